import { groupBy } from '../index/group';
import { Namespace } from '../surroundings';

/** What the labels of a Namespace say about the pods in it. */
export interface NamespaceEnrolment {
  /** Name of the Namespace. */
  readonly name: string;
  /** Value of `istio-injection`. */
  readonly injection: string | undefined;
  /** Value of `istio.io/rev`. */
  readonly revision: string | undefined;
  /** Value of `istio.io/dataplane-mode`. */
  readonly dataPlaneMode: string | undefined;
}

/** By name; left out when copies of a Namespace disagree: nobody knows which one the cluster has. */
export function enrolmentsByName(namespaces: readonly Namespace[]): ReadonlyMap<string, NamespaceEnrolment> {
  const enrolments = new Map<string, NamespaceEnrolment>();
  for (const [name, copies] of groupBy(namespaces, namespace => namespace.name)) {
    const [first, ...others] = copies.map(enrolmentOf);
    if (others.every(other => sameEnrolment(first, other))) enrolments.set(name, first);
  }
  return enrolments;
}

function enrolmentOf(namespace: Namespace): NamespaceEnrolment {
  return {
    name: namespace.name,
    injection: namespace.labels.get('istio-injection'),
    revision: namespace.labels.get('istio.io/rev'),
    dataPlaneMode: namespace.labels.get('istio.io/dataplane-mode'),
  };
}

function sameEnrolment(a: NamespaceEnrolment, b: NamespaceEnrolment): boolean {
  return a.injection === b.injection && a.revision === b.revision && a.dataPlaneMode === b.dataPlaneMode;
}
