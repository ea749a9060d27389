/** Fields of `expect` that must agree, by family, as the cases state them. */
export const COMPARED_FIELDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['validate-peer-authentication', ['valid', 'warnings']],
  ['validate-destination-rule', ['valid', 'warnings']],
  ['effective-mode', ['mode', 'ports', 'modeAtPort', 'policies', 'namespaceMode', 'clients']],
  ['destination-rule-selection', ['rule', 'from', 'subsets', 'tls', 'host', 'resolvedHost', 'list', 'subsetTls']],
  ['auto-mtls', ['client', 'via', 'success', 'serverMode', 'serviceMode', 'perEndpoint', 'alwaysTls']],
  ['connectivity', ['calls']],
  ['ambient-effective', ['default', 'ports']],
  ['ambient-divergences', ['default', 'ports']],
  ['traffic', ['outcome', 'delivered', 'serverMode']],
]);
