import * as fc from 'fast-check';
import { naiveSidecarMode } from './support/naive-sidecar';
import { ambientMode } from '../../../src/istio/effective-mode/ambient-mode';
import { ModeAnswer } from '../../../src/istio/effective-mode/mode-answer';
import { namespaceMode } from '../../../src/istio/effective-mode/namespace-mode';
import { sidecarMode } from '../../../src/istio/effective-mode/sidecar-mode';
import { MeshSnapshot } from '../../../src/istio/model/snapshot';
import {
  arbitraryLabels, arbitraryNamespace, arbitraryObjects, arbitraryPolicy, labelMap, NAMESPACES, ROOT_NAMESPACE, withAnotherOrder,
} from '../arbitraries/manifests';
import { meshOf } from '../model/support/snapshot-of';

const RUNS = { numRuns: 1000 };

const arbitraryPolicies = fc.array(arbitraryPolicy(), { maxLength: 8 });
const arbitraryPods = fc.record({ namespace: arbitraryNamespace, labels: arbitraryLabels });

interface Pods {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

function answersFor(mesh: MeshSnapshot, { namespace, labels }: Pods): readonly unknown[] {
  const subject = { namespace, podLabels: labelMap(labels) };
  return [told(sidecarMode(mesh, subject)), told(ambientMode(mesh, subject)), namespaceMode(mesh, namespace)];
}

/** Without the policies themselves, which know where they stood. */
function told({ mode, ports, decidedBy, chain, ambiguous, known, rules }: ModeAnswer): unknown {
  const names = (policies: readonly { readonly name: string }[]) => policies.map(({ name }) => name);
  const steps = chain.map(step => ({ ...step, policy: step.policy?.name, losers: names(step.losers), contenders: names(step.contenders) }));
  return { mode, ports: [...ports], decidedBy: [decidedBy?.namespace, decidedBy?.name], steps, ambiguous, known, rules };
}

test('the indexed resolution is the naive one', () => {
  fc.assert(fc.property(arbitraryPolicies, arbitraryPods, (objects, { namespace, labels }) => {
    const { mode, ports } = sidecarMode(meshOf(uniquelyNamed(objects)), { namespace, podLabels: labelMap(labels) });
    expect({ mode, ports: Object.fromEntries(ports) }).toEqual(naiveSidecarMode(uniquelyNamed(objects), ROOT_NAMESPACE, namespace, labels));
  }), RUNS);
});

test('the order of manifests changes no answer', () => {
  fc.assert(fc.property(arbitraryObjects.chain(withAnotherOrder), arbitraryPods, ([objects, other], pods) => {
    expect(answersFor(meshOf(other), pods)).toEqual(answersFor(meshOf(objects), pods));
  }), RUNS);
});

test('policies of unrelated namespaces change no answer', () => {
  const [own, unrelated] = NAMESPACES;
  const others = fc.array(arbitraryPolicy(fc.constant(unrelated)), { maxLength: 5 });
  const policies = fc.array(arbitraryPolicy(fc.constantFrom(own, ROOT_NAMESPACE)), { maxLength: 5 });
  fc.assert(fc.property(policies, others, arbitraryLabels, (objects, more, labels) => {
    expect(answersFor(meshOf([...more, ...objects]), { namespace: own, labels })).toEqual(answersFor(meshOf(objects), { namespace: own, labels }));
  }), RUNS);
});

test('a policy never changes the mode of pods outside its own scope', () => {
  fc.assert(fc.property(arbitraryPolicies, arbitraryPolicy(), arbitraryPods, (objects, added, pods) => {
    fc.pre(!isInScope(added, pods));
    const named = uniquelyNamed([...objects, added]);
    expect(answersFor(meshOf(named), pods)).toEqual(answersFor(meshOf(named.slice(0, -1)), pods));
  }), RUNS);
});

test('an answer without ambiguity holds for every age of the policies', () => {
  const seconds = fc.array(fc.integer({ min: 1, max: 59 }), { minLength: 8, maxLength: 8 });
  fc.assert(fc.property(arbitraryPolicies, arbitraryPods, seconds, (objects, { namespace, labels }, ages) => {
    const undated = uniquelyNamed(objects).map(object => withTime(object, undefined));
    const dated = undated.map((object, index) => withTime(object, `2024-01-01T00:00:${String(ages[index]).padStart(2, '0')}Z`));
    const subject = { namespace, podLabels: labelMap(labels) };
    for (const ask of [sidecarMode, ambientMode]) {
      const predicted = ask(meshOf(undated), subject);
      const actual = ask(meshOf(dated), subject);
      if (!predicted.ambiguous && !actual.ambiguous) expect(outcome(actual)).toEqual(outcome(predicted));
    }
  }), RUNS);
});

/** Names that no two share: copies of one object are another matter. */
function uniquelyNamed(objects: readonly unknown[]): readonly unknown[] {
  return objects.map((object, index) => {
    const { metadata } = object as { metadata: { name: string } };
    return { ...object as object, metadata: { ...metadata, name: `${metadata.name}-${index}` } };
  });
}

function withTime(object: unknown, creationTimestamp: string | undefined): unknown {
  return { ...object as object, metadata: { ...(object as { metadata: object }).metadata, creationTimestamp } };
}

/** `mode`, and the ports that differ from it. */
function outcome({ mode, ports }: ModeAnswer): unknown {
  return { mode, ports: Object.fromEntries([...ports].filter(([, portMode]) => portMode !== mode)) };
}

function isInScope(policy: unknown, { namespace, labels }: Pods): boolean {
  const { metadata, spec } = policy as { metadata: { namespace: string }; spec: { selector?: { matchLabels?: Record<string, string> } | null } };
  const matchLabels = Object.entries(spec.selector?.matchLabels ?? {});
  if (matchLabels.length === 0) return metadata.namespace === namespace || metadata.namespace === ROOT_NAMESPACE;
  return metadata.namespace === namespace && namespace !== ROOT_NAMESPACE && matchLabels.every(([key, value]) => labels[key] === value);
}
