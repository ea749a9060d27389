import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';

/** The bytes of a file, or its size when that is over the cap: then they are not read at all. */
export type Bytes = ReadBytes | { readonly tooLarge: number };

interface ReadBytes {
  readonly bytes: Buffer;
  /** They came through a pipe, and will not come again. */
  readonly once: boolean;
}

const STDIN = 0;
const CHUNK = 1024 * 1024;

export function readBytes(path: string, cap: number): Bytes {
  const descriptor = openSync(path, 'r');
  try {
    const status = fstatSync(descriptor);
    if (!status.isFile()) { return drain(descriptor, cap); }
    return status.size > cap ? { tooLarge: status.size } : { bytes: readFileSync(descriptor), once: false };
  } finally {
    closeSync(descriptor);
  }
}

export function readStdin(cap: number): Bytes {
  return drain(STDIN, cap);
}

/** Reads a pipe to its end, or to the cap. */
function drain(descriptor: number, cap: number): Bytes {
  const chunks: Buffer[] = [];
  let size = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const length = readWhenReady(descriptor, chunk);
    if (length === 0) { return { bytes: Buffer.concat(chunks, size), once: true }; }
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
