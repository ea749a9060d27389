/** The same object with annotations, e.g. `annotated(policy(...), 'cdk8s-istio-mtls/owner: platform')`. */
export function annotated(yaml: string, annotations: string): string {
  return yaml.replace('metadata: { ', `metadata: { annotations: { ${annotations} }, `);
}

/** The same object as a documented exception, of the whole or of one workload port. */
export function documented(yaml: string, { workloadPort, reviewBy = '2027-03-31' }: { readonly workloadPort?: number; readonly reviewBy?: string } = {}): string {
  const prefix = workloadPort === undefined ? 'cdk8s-istio-mtls/' : `cdk8s-istio-mtls/port-${workloadPort}.`;
  return annotated(yaml, `"${prefix}owner": payments, "${prefix}reason": legacy, "${prefix}review-by": "${reviewBy}"`);
}
