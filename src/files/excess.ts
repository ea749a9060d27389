import { capMessage, Caps } from './caps';

/** What is too much of in a value that was parsed, or `undefined`. Looks only where the text leaves room for an excess. */
export function excessOf(value: unknown, text: string, caps: Caps): string | undefined {
  if (/[\s,[{:-]\*/.test(text)) { return aliasExcess(value, caps) ?? keyExcess(value, caps); }
  // A key takes at least two characters.
  return text.length < 2 * caps.keys ? undefined : keyExcess(value, caps);
}

function keyExcess(value: unknown, caps: Caps): string | undefined {
  if (typeof value !== 'object' || value === null) { return undefined; }
  const children: readonly unknown[] = Object.values(value);
  if (children.length > caps.keys && !Array.isArray(value)) { return capMessage('keys', caps, `a map has ${children.length} keys`); }
  for (const child of children) {
    const excess = keyExcess(child, caps);
    if (excess !== undefined) { return excess; }
  }
  return undefined;
}

function aliasExcess(value: unknown, caps: Caps): string | undefined {
  try {
    new Weigher(caps).weigh(value);
    return undefined;
  } catch (error) {
    if (error instanceof Excess) { return error.message; }
    throw error;
  }
}

class Excess extends Error {}

/** Counts the nodes that a reader who does not know about aliases would walk through more than once. */
class Weigher {
  private readonly known = new Map<object, number>();
  private readonly open = new Set<object>();
  private repeated = 0;

  constructor(private readonly caps: Caps) {}

  weigh(value: unknown): number {
    if (typeof value !== 'object' || value === null) { return 1; }
    const known = this.known.get(value);
    if (known !== undefined) { return this.repeat(known); }
    if (this.open.has(value)) { throw new Excess('an alias names a node that it is part of, and would never end'); }
    this.open.add(value);
    let nodes = 1;
    for (const child of Object.values(value)) { nodes += this.weigh(child); }
    this.open.delete(value);
    this.known.set(value, nodes);
    return nodes;
  }

  private repeat(nodes: number): number {
    this.repeated += nodes;
    if (this.repeated > this.caps.aliasNodes) { throw new Excess(capMessage('aliasNodes', this.caps, 'aliases blow the document up')); }
    return nodes;
  }
}
