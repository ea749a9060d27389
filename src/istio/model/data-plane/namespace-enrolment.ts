import { Verdict } from './pod-facts';
import { groupBy } from '../index/group';
import { Labels } from '../resource';
import { Namespace } from '../surroundings';

const INJECTION = 'istio-injection';
const REVISION = 'istio.io/rev';
const MODE = 'istio.io/dataplane-mode';

/** What the labels of a Namespace say about the pods in it. */
export interface NamespaceEnrolment {
  /** Name of the Namespace. */
  readonly name: string;
  /** Whether the injector works here; `undefined`: only where pods ask for it. */
  readonly sidecar: Verdict | undefined;
  /** Whether ztunnel captures pods here; `undefined`: only where pods ask for it. */
  readonly ambient: Verdict | undefined;
}

/** By name; left out when copies of a Namespace disagree: nobody knows which one the cluster has. */
export function enrolmentsByName(namespaces: readonly Namespace[]): ReadonlyMap<string, NamespaceEnrolment> {
  const enrolments = new Map<string, NamespaceEnrolment>();
  for (const [name, copies] of groupBy(namespaces, namespace => namespace.name)) {
    if (copies.every(copy => sameEnrolment(copies[0], copy))) enrolments.set(name, enrolmentOf(copies[0]));
  }
  return enrolments;
}

function enrolmentOf({ name, labels }: Namespace): NamespaceEnrolment {
  const isAmbient = labels.get(MODE) === 'ambient';
  const ambient = isAmbient ? { enrolled: true, evidence: `namespace label ${MODE}=ambient`, proven: true } : undefined;
  return { name, sidecar: injection(labels, isAmbient), ambient };
}

/** Follows the namespace selectors of Istio's injection webhooks: `istio-injection` goes before `istio.io/rev`. */
function injection(labels: Labels, isAmbient: boolean): Verdict | undefined {
  const injected = labels.get(INJECTION);
  if (injected !== undefined) return { enrolled: injected === 'enabled', evidence: `namespace label ${INJECTION}=${injected}`, proven: true };
  const revision = labels.get(REVISION);
  // Ambient installations use the revision to choose a control plane for waypoints.
  return revision === undefined ? undefined : { enrolled: true, evidence: `namespace label ${REVISION}=${revision}`, proven: !isAmbient };
}

function sameEnrolment(a: Namespace, b: Namespace): boolean {
  return [INJECTION, REVISION, MODE].every(label => a.labels.get(label) === b.labels.get(label));
}
