import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { DecodedText, decodeText } from './decode-text';

/** The text of a file, or its size when that is over the cap: then it is not read at all. */
export type FileText = ReadText | { readonly tooLarge: number };

interface ReadText extends DecodedText {
  /** It came through a pipe, and will not come again. */
  readonly once: boolean;
}

const STDIN = 0;
const CHUNK = 1024 * 1024;
const REPLACEMENT = '\uFFFD';

export function readFile(path: string, cap: number): FileText {
  const descriptor = openSync(path, 'r');
  try {
    const status = fstatSync(descriptor);
    if (!status.isFile()) { return drain(descriptor, cap); }
    if (status.size > cap) { return { tooLarge: status.size }; }
    // Without the bytes beside it, as long as nothing had to be replaced.
    const text = readFileSync(path, 'utf8');
    return { ...text.includes(REPLACEMENT) ? decodeText(readFileSync(path)) : { text, damaged: false }, once: false };
  } finally {
    closeSync(descriptor);
  }
}

export function readStdin(cap: number): FileText {
  return drain(STDIN, cap);
}

/** Reads a pipe to its end, or to the cap. */
function drain(descriptor: number, cap: number): FileText {
  const chunks: Buffer[] = [];
  let size = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const length = readWhenReady(descriptor, chunk);
    if (length === 0) { return { ...decodeText(Buffer.concat(chunks, size)), once: true }; }
    chunks.push(chunk.subarray(0, length));
    size += length;
    if (size > cap) { return { tooLarge: size }; }
  }
}

function readWhenReady(descriptor: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(descriptor, chunk);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') { return 0; }
      if (code !== 'EAGAIN') { throw error; }
      // The writer is not ready yet.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
