import { policy } from './support/ask';
import { effectiveMode } from '../../../src/istio/effective-mode/effective-mode';
import { modeAtPort } from '../../../src/istio/effective-mode/mode-answer';
import { deploymentAt, namespaceNamed } from '../model/support/objects';
import { meshOf } from '../model/support/snapshot-of';

const WORKLOAD = deploymentAt('app/d', { app: 'a' });
const POLICIES = ['app/n STRICT', 'app/w - +app=a 80=DISABLE'].map(policy);

test.each<[string, Record<string, string> | undefined, string, string, boolean]>([
  ['sidecar', { 'istio-injection': 'enabled' }, 'sidecar', 'DISABLE', true],
  ['ambient', { 'istio.io/dataplane-mode': 'ambient' }, 'ambient', 'STRICT', true],
  ['none: what a sidecar would do', { 'istio-injection': 'disabled' }, 'sidecar', 'DISABLE', true],
  ['unknown: what a sidecar would do, but not known', undefined, 'sidecar', 'DISABLE', false],
])('data plane %s', (_, namespaceLabels, rules, atPort, known) => {
  const mesh = meshOf([WORKLOAD, ...POLICIES, ...namespaceLabels === undefined ? [] : [namespaceNamed('app', namespaceLabels)]]);
  const answer = effectiveMode(mesh, mesh.workloads[0]);
  expect([answer.dataPlane, answer.mode, modeAtPort(answer, 80), answer.known]).toEqual([rules, 'STRICT', atPort, known]);
  expect(effectiveMode(mesh, mesh.workloads[0])).toBe(answer);
});

test('unknown data plane and unknown mode', () => {
  const mesh = meshOf([WORKLOAD]);
  expect([effectiveMode(mesh, mesh.workloads[0]).mode, effectiveMode(mesh, mesh.workloads[0]).known]).toEqual(['PERMISSIVE', false]);
});
