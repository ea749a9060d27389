/** What input may cost: hostile input is refused before it hurts. */
export interface Caps {
  readonly fileBytes: number;
  /** Of one YAML document, or of one item of a List that is read item by item. */
  readonly documentBytes: number;
  readonly depth: number;
  /** In one map. */
  readonly keys: number;
  /** Nodes that aliases and merge keys add to one document. */
  readonly aliasNodes: number;
}

const MIB = 1024 * 1024;

export const DEFAULT_CAPS: Caps = { fileBytes: 64 * MIB, documentBytes: 4 * MIB, depth: 200, keys: 10_000, aliasNodes: 10_000 };

/** The options that raise them; sizes are given in MiB. */
export const CAP_OPTIONS: Readonly<Record<keyof Caps, string>> = {
  fileBytes: '--max-file-mib',
  documentBytes: '--max-document-mib',
  depth: '--max-depth',
  keys: '--max-keys',
  aliasNodes: '--max-alias-nodes',
};

/** Tells which cap was hit, and how to raise it. */
export function capMessage(cap: keyof Caps, caps: Caps, what: string): string {
  const limit = cap === 'fileBytes' || cap === 'documentBytes' ? `${caps[cap] / MIB} MiB` : String(caps[cap]);
  return `${what}, the cap is ${limit}; raise it with ${CAP_OPTIONS[cap]} if the input can be trusted`;
}

/** `70.1 MiB`, rounded up so that it is never shown as the cap itself. */
export function mebibytes(bytes: number): string {
  return `${Math.ceil(bytes / MIB * 10) / 10} MiB`;
}
