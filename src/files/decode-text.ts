import { isUtf8 } from 'node:buffer';

/** The text of a file; `damaged`: bytes that are no UTF-8 were replaced by U+FFFD. */
export interface DecodedText {
  readonly text: string;
  readonly damaged: boolean;
}

/** UTF-8 as Kubernetes wants it, or UTF-16 with a byte order mark, as Windows PowerShell writes `kubectl get -o yaml > file`. */
export function decodeText(bytes: Buffer): DecodedText {
  if (bytes.length >= 2 && bytes[0] === 0xff && bytes[1] === 0xfe) { return { text: bytes.toString('utf16le'), damaged: false }; }
  if (bytes.length >= 2 && bytes[0] === 0xfe && bytes[1] === 0xff) {
    const whole = bytes.subarray(0, bytes.length - bytes.length % 2);
    return { text: Buffer.from(whole).swap16().toString('utf16le'), damaged: false };
  }
  return { text: bytes.toString('utf8'), damaged: !isUtf8(bytes) };
}
