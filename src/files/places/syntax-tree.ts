import { load, State } from 'js-yaml';
import { Caps } from '../caps';
import { yamlOptions } from '../parse-yaml';

/** A node of a YAML document, as far as places need it. */
export interface SyntaxNode {
  /** Offset of its first character. */
  readonly start: number;
  /** Keys and values in turn for a map, items for a sequence, nothing for a scalar or an alias. */
  readonly children: readonly SyntaxNode[];
  readonly kind: 'mapping' | 'sequence' | 'scalar' | 'alias';
  readonly value: unknown;
}

interface OpenNode {
  readonly start: number;
  readonly children: SyntaxNode[];
}

/** The tree behind the values that `parseYaml` gives for the same text; `undefined` when it cannot be parsed. */
export function syntaxTree(text: string, caps: Caps): SyntaxNode | undefined {
  const builder = new TreeBuilder();
  const listener = (event: 'open' | 'close', state: State) => event === 'open' ? builder.open(state) : builder.close(state);
  try {
    load(text, { ...yamlOptions(text, caps), listener(event, state) { listener(event, state); } });
  } catch {
    return undefined;
  }
  return builder.root;
}

/** White space, comments, anchors and tags. */
const BEFORE_NODE = /(?:[ \t\r\n]+|#[^\r\n]*|[&!][^\s,[\]{}]*)*/y;

/** js-yaml tells when it starts and ends a node. A node that may turn out to be a map is first read as its key. */
class TreeBuilder {
  root: SyntaxNode | undefined;
  private readonly stack: OpenNode[] = [];

  open({ input, position }: State): void {
    BEFORE_NODE.lastIndex = position;
    BEFORE_NODE.test(input);
    this.stack.push({ start: BEFORE_NODE.lastIndex, children: [] });
  }

  close({ kind, result }: State): void {
    const { start, children } = this.stack.pop()!;
    const node = nodeOf(start, children, kind as SyntaxNode['kind'] | null, result);
    const parent = this.stack[this.stack.length - 1];
    if (parent === undefined) { this.root = node; } else { parent.children.push(node); }
  }
}

function nodeOf(start: number, children: readonly SyntaxNode[], kind: SyntaxNode['kind'] | null, value: unknown): SyntaxNode {
  if (kind !== 'mapping' && kind !== 'sequence') { return { start, children: [], kind: kind ?? 'alias', value }; }
  // A flow collection was read as a possible key first, and was the whole node.
  const [only] = children;
  const whole = children.length === 1 && only.kind === kind && only.value === value;
  return { start, children: whole ? only.children : children, kind, value };
}
