/** The rules of one document that an answer leans on, e.g. `sidecar.md C7`. */
export function usedRules(document: string, rules: readonly (readonly [rule: string, isUsed: boolean])[]): readonly string[] {
  return Object.freeze(rules.filter(([, isUsed]) => isUsed).map(([rule]) => `${document} ${rule}`));
}
