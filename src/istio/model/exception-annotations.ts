/** What an exception says about itself, as flat annotations that people and admission policies can read. */
export type ExceptionPart = 'owner' | 'reason' | 'review-by' | 'ticket';

const PREFIX = 'cdk8s-istio-mtls/';

/** Key of the annotation; with a workload port, it speaks for that port alone. */
export function exceptionAnnotation(part: ExceptionPart, workloadPort?: number): string {
  return workloadPort === undefined ? `${PREFIX}${part}` : `${PREFIX}port-${workloadPort}.${part}`;
}
