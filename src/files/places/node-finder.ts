import { SyntaxNode } from './syntax-tree';

/** Finds fields in one document; follows aliases and merge keys to where the field was written. */
export class NodeFinder {
  private readonly anchored = new Map<unknown, SyntaxNode>();

  constructor(private readonly root: SyntaxNode) {
    this.register(root);
  }

  /** Offset of the key, or of the item; of the innermost field on the way that is there, when the last one is not. */
  offsetOf(steps: readonly (string | number)[]): number {
    let node = this.root;
    let offset = node.start;
    for (const step of steps) {
      const found = this.child(node, step);
      if (found === undefined) { return offset; }
      offset = found.at.start;
      node = found.node;
    }
    return offset;
  }

  /** `at`: what to point to; `node`: where to go on. */
  private child(given: SyntaxNode, step: string | number): { at: SyntaxNode; node: SyntaxNode } | undefined {
    const node = this.resolved(given);
    if (node.kind === 'sequence') {
      // An empty item has no node of its own, and then the numbers mean nothing.
      const item = (node.value as unknown[]).length === node.children.length ? node.children[Number(step)] : undefined;
      return item && { at: item, node: item };
    }
    return node.kind === 'mapping' ? this.entry(node, String(step)) : undefined;
  }

  private entry({ children }: SyntaxNode, name: string): { at: SyntaxNode; node: SyntaxNode } | undefined {
    const merged: SyntaxNode[] = [];
    for (let index = 0; index + 1 < children.length; index += 2) {
      const [key, value] = [children[index], children[index + 1]];
      if (String(key.value) === name) { return { at: key, node: value }; }
      if (key.value === '<<') { merged.push(...this.sources(value)); }
    }
    for (const source of merged) {
      const found = source.kind === 'mapping' ? this.entry(source, name) : undefined;
      if (found !== undefined) { return found; }
    }
    return undefined;
  }

  private sources(given: SyntaxNode): SyntaxNode[] {
    const node = this.resolved(given);
    return node.kind === 'sequence' ? node.children.map((child) => this.resolved(child)) : [node];
  }

  private resolved(node: SyntaxNode): SyntaxNode {
    return node.kind === 'alias' ? this.anchored.get(node.value) ?? node : node;
  }

  private register(node: SyntaxNode): void {
    if (node.kind === 'alias') { return; }
    if (typeof node.value === 'object') { this.anchored.set(node.value, node); }
    node.children.forEach((child) => this.register(child));
  }
}
