import { closeSync, openSync, writeSync } from 'node:fs';
import { UsageError } from './usage-error';

const BATCH = 256 * 1024;

/** To the file, or to standard output when there is none. Nothing else is ever written. */
export function writePieces(file: string | undefined, pieces: Iterable<string>): void {
  if (file === undefined) {
    for (const batch of batches(pieces)) { process.stdout.write(batch); }
    return;
  }
  try {
    const descriptor = openSync(file, 'w');
    for (const batch of batches(pieces)) { writeAll(descriptor, Buffer.from(batch)); }
    closeSync(descriptor);
  } catch (error) {
    throw new UsageError(`cannot write '${file}' (${(error as NodeJS.ErrnoException).code}); name a file in a folder that exists`);
  }
}

/** One call of the system may take a part only. */
function writeAll(descriptor: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) { at += writeSync(descriptor, bytes, at); }
}

function* batches(pieces: Iterable<string>): Generator<string> {
  let batch = '';
  for (const piece of pieces) {
    batch += piece;
    if (batch.length < BATCH) { continue; }
    yield batch;
    batch = '';
  }
  if (batch !== '') { yield batch; }
}
