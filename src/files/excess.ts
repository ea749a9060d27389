import { capMessage, Caps } from './caps';

/** What is too much of in a value that was parsed, or `undefined`. Looks only where the text leaves room for an excess. */
export function excessOf(value: unknown, text: string, caps: Caps): string | undefined {
  // A key takes at least two characters, an alias needs its star.
  if (text.length < 2 * caps.keys && !/[\s,[{:-]\*/.test(text)) { return undefined; }
  const weigher = new Weigher(caps);
  try {
    weigher.weigh(value);
  } catch (error) {
    if (error instanceof Excess) { return error.message; }
    throw error;
  }
  return undefined;
}

class Excess extends Error {}

/** Counts what a reader who does not know about aliases would walk through. */
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
    const children = Object.values(value);
    if (children.length > this.caps.keys && !Array.isArray(value)) {
      throw new Excess(capMessage('keys', this.caps, `a map has ${children.length} keys`));
    }
    let nodes = 1;
    for (const child of children) { nodes += this.weigh(child); }
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
