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

/** A place in an object that is written out only if something is said about it: most objects are sound, and paths would cost more than the look. */
export interface Place {
  readonly above: Place | undefined;
  readonly step: string | number;
}

export function pathOf({ above, step }: Place): string {
  const parent = above === undefined ? '' : pathOf(above);
  return typeof step === 'number' ? indexPath(parent, step) : keyPath(parent, step);
}
