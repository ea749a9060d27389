import { treeSymbol } from './tree-symbol';

/** What a construct of ours is; asked instead of `instanceof`, which fails when two copies of the library meet. */
export type ConstructMark = 'policy' | 'rule' | 'profile';

/** Marks the class, so that an instance costs nothing. */
export function markClass(type: { readonly prototype: object }, mark: ConstructMark): void {
  Object.defineProperty(type.prototype, treeSymbol(mark), { value: true });
}

export function hasMark(value: unknown, mark: ConstructMark): boolean {
  return typeof value === 'object' && value !== null && treeSymbol(mark) in value;
}
