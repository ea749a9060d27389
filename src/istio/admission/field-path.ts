const PLAIN_KEY = /^[A-Za-z0-9_-]+$/;

/** The path of a key below `parent`; a key that would be ambiguous between dots is quoted. */
export function keyPath(parent: string, key: string): string {
  if (!PLAIN_KEY.test(key)) return `${parent}[${JSON.stringify(key)}]`;
  return parent === '' ? key : `${parent}.${key}`;
}

/** The path of a list position below `parent`. */
export function indexPath(parent: string, index: number): string {
  return `${parent}[${index}]`;
}
