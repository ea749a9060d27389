import { ModeSubject } from './mode-answer';
import { compareAge } from '../model/canonical-order';
import { Policy } from '../model/policy';
import { MeshSnapshot } from '../model/snapshot';

/** Namespaces whose policies can select the pods: their own, then those of a waypoint's services. */
export function namespacesOf(subject: ModeSubject): readonly (string | undefined)[] {
  return subject.serviceNamespaces === undefined ? [subject.namespace] : [...new Set([subject.namespace, ...subject.serviceNamespaces])];
}

/** Workload policies that select the pods, in Istio's order within each namespace (sidecar.md C2). */
export function workloadCandidates(mesh: MeshSnapshot, subject: ModeSubject): readonly Policy[] {
  const [own, ...others] = namespacesOf(subject).map(namespace => mesh.workloadPolicies(namespace, subject.podLabels));
  return others.length === 0 ? own : [...own, ...others.flat()];
}

/** Namespace policies that count for the pods (sidecar.md C2, C8: none in the root namespace). */
export function namespaceCandidates(mesh: MeshSnapshot, subject: ModeSubject): readonly Policy[] {
  const [own, ...others] = namespacesOf(subject).map(namespace => mesh.namespacePolicies(namespace));
  return others.length === 0 ? own : [...own, ...others.flat()];
}

/**
 * All policies that Istio finds for the pods, in its order of look-up: own namespace, root namespace, then the namespaces of a waypoint's
 * services. Of each namespace's policies without selector only the oldest exists for it (sidecar.md C2, C4); those with labels in the root
 * namespace are found and then ignored (C6).
 */
export function matchingPolicies(mesh: MeshSnapshot, subject: ModeSubject): readonly Policy[] {
  const [own, ...services] = namespacesOf(subject);
  const places = new Set([own, mesh.profile.rootNamespace, ...services]);
  return [...places].flatMap(namespace => policiesOf(mesh, namespace, subject));
}

function policiesOf(mesh: MeshSnapshot, namespace: string | undefined, subject: ModeSubject): readonly Policy[] {
  const isRoot = namespace === mesh.profile.rootNamespace;
  const withoutSelector = (isRoot ? mesh.meshPolicies : mesh.namespacePolicies(namespace)).slice(0, 1);
  const selecting = isRoot ? mesh.ignoredPolicies(subject.podLabels) : mesh.workloadPolicies(namespace, subject.podLabels);
  return [...withoutSelector, ...selecting].sort(compareAge);
}
