import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Ids that are not asked, with the reason: only from the classes that the cases allow. */
export function readSkips(): ReadonlyMap<string, string> {
  return new Map(Object.entries(JSON.parse(readFileSync(join(__dirname, 'skips.json'), 'utf8')) as Record<string, string>));
}
