import { ApiObject, Chart, JsonPatch, Lazy, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-33';
import { MtlsMode, WorkloadMtls } from '../../src';
import { chartIn, deployment } from './support/objects';

const matchLabels = { app: 'finance' };

function policyOf(chart: Chart): { metadata: Record<string, unknown>; spec: Record<string, unknown> } {
  return Testing.synth(chart).find(({ kind }) => kind === 'PeerAuthentication');
}

test('is a policy with selector, called by its id', () => {
  const chart = chartIn();
  new WorkloadMtls(chart, 'finance', { matchLabels, mode: MtlsMode.STRICT, portOverrides: { 8080: MtlsMode.DISABLE } });
  expect(Testing.synth(chart)).toMatchSnapshot();
});

test('is the ApiObject itself', () => {
  const policy = new WorkloadMtls(chartIn(), 'finance', { matchLabels });
  expect(ApiObject.of(policy)).toBe(policy);
});

test.each(Object.values(MtlsMode))('writes mode %s', (mode) => {
  const chart = chartIn();
  new WorkloadMtls(chart, 'finance', { matchLabels, mode });
  expect(policyOf(chart).spec).toEqual({ selector: { matchLabels }, mtls: { mode } });
});

test('ports need no mode of the policy', () => {
  const chart = chartIn();
  new WorkloadMtls(chart, 'finance', { matchLabels, portOverrides: { 8080: MtlsMode.PERMISSIVE } });
  expect(policyOf(chart).spec).toEqual({ selector: { matchLabels }, portLevelMtls: { 8080: { mode: 'PERMISSIVE' } } });
});

test.each(['Deployment', 'StatefulSet', 'DaemonSet'])('takes the labels of a %s', (kind) => {
  const chart = chartIn();
  new WorkloadMtls(chart, 'policy', { workload: deployment(chart, 'finance', [], kind), mode: MtlsMode.STRICT });
  expect(policyOf(chart).spec.selector).toEqual({ matchLabels: { app: 'finance' } });
});

test('reads the labels at synth', () => {
  const chart = chartIn();
  const labels: Record<string, string> = { app: 'finance' };
  const workload = new ApiObject(chart, 'finance', {
    apiVersion: 'apps/v1', kind: 'Deployment', spec: { selector: { matchLabels: Lazy.any({ produce: () => labels }) } },
  });
  new WorkloadMtls(chart, 'policy', { workload, mode: MtlsMode.STRICT });
  labels.tier = 'backend';
  workload.addJsonPatch(JsonPatch.add('/spec/selector/matchLabels/zone', 'a'));
  expect(policyOf(chart).spec.selector).toEqual({ matchLabels: { app: 'finance', tier: 'backend', zone: 'a' } });
});

test.each([
  ['Deployment', (chart: Chart) => new kplus.Deployment(chart, 'finance', { containers: [{ image: 'finance' }] })],
  ['StatefulSet', (chart: Chart) => new kplus.StatefulSet(chart, 'finance', { containers: [{ image: 'finance', portNumber: 80 }] })],
  ['DaemonSet', (chart: Chart) => new kplus.DaemonSet(chart, 'finance', { containers: [{ image: 'finance' }] })],
])('takes a cdk8s-plus %s, as it is or by its ApiObject', (_, create) => {
  const chart = chartIn();
  const workload = create(chart);
  new WorkloadMtls(chart, 'policy', { workload, mode: MtlsMode.STRICT });
  new WorkloadMtls(chart, 'by-object', { workload: ApiObject.of(workload), mode: MtlsMode.STRICT });
  workload.select(kplus.LabelSelector.of({ labels: { tier: 'backend' } }));
  const selectors = Testing.synth(chart).filter(({ kind }) => kind === 'PeerAuthentication').map(({ spec }) => spec.selector);
  const labels = ApiObject.of(workload).toJson().spec.selector.matchLabels;
  expect(labels).toMatchObject({ tier: 'backend' });
  expect(selectors).toEqual([{ matchLabels: labels }, { matchLabels: labels }]);
});

test('takes JSON patches, labels and annotations', () => {
  const chart = chartIn();
  const policy = new WorkloadMtls(chart, 'finance', { matchLabels, mode: MtlsMode.STRICT, metadata: { labels: { team: 'a' }, name: 'other' } });
  policy.metadata.addAnnotation('note', 'b');
  policy.addJsonPatch(JsonPatch.add('/spec/selector/matchLabels/zone', 'a'));
  expect(policyOf(chart)).toMatchObject({
    metadata: { name: 'other', namespace: 'production', labels: { team: 'a' }, annotations: { note: 'b' } },
    spec: { selector: { matchLabels: { app: 'finance', zone: 'a' } } },
  });
});

test('what the caller changes later does not reach the policy', () => {
  const chart = chartIn();
  const labels = { app: 'finance' };
  new WorkloadMtls(chart, 'finance', { matchLabels: labels, mode: MtlsMode.STRICT });
  labels.app = 'other';
  expect(policyOf(chart).spec.selector).toEqual({ matchLabels: { app: 'finance' } });
});
