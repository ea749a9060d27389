import { IConstruct } from 'constructs';
import { treeSymbol } from './tree-symbol';

const OBJECTS = treeSymbol('context-objects');

/** Hangs manifests on a construct that are analysed with the App, but not written by it. */
export function holdContext(construct: IConstruct, objects: readonly unknown[]): void {
  Object.defineProperty(construct, OBJECTS, { value: objects });
}

export function contextOf(construct: IConstruct): readonly unknown[] {
  return (construct as unknown as Record<symbol, readonly unknown[] | undefined>)[OBJECTS] ?? [];
}
