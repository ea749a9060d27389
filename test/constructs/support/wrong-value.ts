import { Chart } from 'cdk8s';
import { deployment, service, ServicePort } from './objects';
import { MtlsPort, NamespaceMtls, MtlsDestinationRule, MtlsMode, WorkloadMtls } from '../../../src';

/** What a caller from JavaScript can pass: anything. */
export type Anything = any;

/** What is wrong, what the user reads, and how it is written. */
export interface WrongValue {
  readonly what: string;
  readonly message: string;
  /** Set when the value is only known at synth. */
  readonly late?: true;
  readonly write: (chart: Chart) => unknown;
}

export function wrong(what: string, write: (chart: Chart) => unknown, message: string): WrongValue {
  return { what, message, write };
}

export function late(what: string, write: (chart: Chart) => unknown, message: string): WrongValue {
  return { what, message, write, late: true };
}

export function namespacePolicy(props: Anything) {
  return (chart: Chart) => new NamespaceMtls(chart, 'policy', { mode: MtlsMode.STRICT, ...props });
}

export function workloadPolicy(props: Anything, id = 'policy') {
  return (chart: Chart) => new WorkloadMtls(chart, id, { matchLabels: { app: 'finance' }, ...props });
}

export function rule(props: Anything) {
  return (chart: Chart) => new MtlsDestinationRule(chart, 'rule', { host: 'finance.production.svc.cluster.local', ...props });
}

/** A policy with a port that a Service leads to. */
export function throughService(ports: readonly ServicePort[], port: string | number, props: Anything = {}) {
  return (chart: Chart) => {
    const exposed = service(chart, 'finance', ports);
    const policy = new WorkloadMtls(chart, 'policy', { matchLabels: { app: 'finance' }, ...props });
    policy.addPort(typeof port === 'number' ? MtlsPort.ofServiceNumber(exposed, port) : MtlsPort.ofService(exposed, port), MtlsMode.DISABLE);
  };
}

/** The same for a Deployment whose container has one port, `web` on 8080. */
export function throughServiceOfDeployment(ports: readonly ServicePort[], port: string) {
  return (chart: Chart) => throughService(ports, port, {
    matchLabels: undefined, workload: deployment(chart, 'finance-deployment', [{ name: 'web', containerPort: 8080 }]),
  })(chart);
}
