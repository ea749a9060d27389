/** Whose codes these are, by how they start. */
const TOOLS: readonly (readonly [RegExp, string])[] = [
  [/^KIA\d/, 'Kiali'],
  [/^IST\d/, 'istioctl analyze'],
  [/^TIS\d/, 'Tetrate and Nirmata'],
  [/^PeerAuthn/, 'Gatekeeper demos'],
  [/^Asm|^PolicyStrictOnly$|^DestinationRuleTLSEnabled$/, 'Google Policy Controller'],
  [/^enforce-|^validate-/, 'Kyverno'],
];

/** Codes by tool, both in order. */
export function codesByTool(codes: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const byTool = new Map<string, string[]>();
  for (const code of [...new Set(codes)].sort()) {
    const tool = TOOLS.find(([pattern]) => pattern.test(code))?.[1] ?? 'Others';
    byTool.set(tool, [...byTool.get(tool) ?? [], code]);
  }
  return new Map([...byTool].sort());
}

/** `Kiali: KIA0002, KIA0003` */
export function peersByTool(codes: readonly string[]): string[] {
  return [...codesByTool(codes)].map(([tool, known]) => `${tool}: ${known.map((code) => `\`${code}\``).join(', ')}`);
}
