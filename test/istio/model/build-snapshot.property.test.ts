import * as fc from 'fast-check';
import { buildSnapshot } from '../../../src/istio/model/build-snapshot';
import { Snapshot } from '../../../src/istio/model/snapshot';
import { arbitraryDistortedManifest } from '../arbitraries/distorted';
import { arbitraryLabels, arbitraryNamespace, arbitraryObjects, labelMap, withAnotherOrder } from '../arbitraries/manifests';

const RUNS = { numRuns: 1000 };

/** Everything that a snapshot says, without where objects came from. */
function told(snapshot: Snapshot): unknown {
  return [...snapshot.meshes].map(([name, mesh]) => [name, Object.entries(mesh).filter(([, value]) => typeof value !== 'function')]);
}

test('never throws, whatever it is given; everything unusual is a problem of the input', () => {
  fc.assert(fc.property(fc.array(arbitraryDistortedManifest, { maxLength: 4 }), objects => {
    const { problems } = buildSnapshot(objects.map(object => ({ object })));
    expect(problems.filter(problem => problem.message.startsWith('the object cannot be read'))).toEqual([]);
    for (const { path, message } of problems) expect([typeof path, message]).toEqual(['string', expect.stringMatching(/^\S[^\n]*$/)]);
  }), RUNS);
});

test('the order of manifests changes nothing', () => {
  fc.assert(fc.property(arbitraryObjects.chain(withAnotherOrder), ([objects, other]) => {
    const [one, two] = [objects, other].map(list => buildSnapshot(list.map(object => ({ object }))));
    expect(told(two)).toEqual(told(one));
    expect(two.problems).toEqual(one.problems);
  }), RUNS);
});

test('other meshes change nothing', () => {
  fc.assert(fc.property(arbitraryObjects, arbitraryObjects, (objects, others) => {
    const manifests = objects.map(object => ({ object }));
    const alone = buildSnapshot(manifests, {});
    const together = buildSnapshot([...others.map(object => ({ object, mesh: 'other' })), ...manifests], {});
    expect(told({ ...together, meshes: new Map([...together.meshes].filter(([name]) => name !== 'other')) })).toEqual(told(alone));
  }), RUNS);
});

test('indexes find what a scan finds', () => {
  fc.assert(fc.property(arbitraryObjects, arbitraryNamespace, arbitraryLabels, (objects, namespace, labels) => {
    const mesh = buildSnapshot(objects.map(object => ({ object })), {}).meshes.get('default');
    const podLabels = labelMap(labels);
    const selects = (selector: ReadonlyMap<string, string>) => [...selector].every(([key, value]) => podLabels.get(key) === value);
    const carries = (carried: ReadonlyMap<string, string>) => [...podLabels].every(([key, value]) => carried.get(key) === value);
    const policies = mesh?.policies.filter(policy => policy.scope === 'workload' && policy.namespace === namespace && selects(policy.matchLabels));
    expect(new Set(mesh?.workloadPolicies(namespace, podLabels))).toEqual(new Set(policies));
    const services = mesh?.services.filter(service => service.namespace === namespace && service.selector.size > 0 && selects(service.selector));
    expect(mesh?.servicesOf(namespace, podLabels)).toEqual(services);
    const workloads = mesh?.workloads.filter(workload => workload.namespace === namespace && carries(workload.podLabels));
    expect(mesh?.workloadsSelectedBy(namespace, podLabels)).toEqual(workloads);
  }), RUNS);
});
