/** Names for what the library hangs on constructs: the same in every copy of the library that meets in one tree. */
export function treeSymbol(name: string): symbol {
  return Symbol.for(`cdk8s-istio-mtls.${name}`);
}
