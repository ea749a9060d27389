import { objectAt } from './support/objects';
import { meshOf, problemsOf } from './support/snapshot-of';
import { Workload } from '../../../src/istio/model/workload';

const TLS_MODE = 'security.istio.io/tlsMode';

function only(kind: string, spec: unknown): Workload {
  const { workloads } = meshOf([objectAt('networking.istio.io/v1', kind, 'prod/vm', spec)]);
  expect(workloads).toHaveLength(1);
  return workloads[0];
}

test('a WorkloadEntry', () => {
  const machine = only('WorkloadEntry', { address: '10.0.0.1', labels: { app: 'db' }, serviceAccount: 'db', ports: { tcp: 5432, web: 8080 } });
  expect([[...machine.podLabels], [...machine.podAnnotations], machine.serviceAccount]).toEqual([[['app', 'db']], [], 'db']);
  expect([machine.virtualMachine, machine.hostNetwork, machine.gateway, machine.podSpec]).toEqual([true, false, false, {}]);
  expect(machine.containerPorts).toEqual([{ name: 'tcp', number: 5432, container: '' }, { name: 'web', number: 8080, container: '' }]);
});

test('a WorkloadGroup: labels of the metadata and of the template', () => {
  const machine = only('WorkloadGroup', {
    metadata: { labels: { app: 'db', tier: 'x' }, annotations: { note: 'n' } },
    template: { serviceAccount: 'db', labels: { tier: 'y' }, ports: { tcp: 5432 } },
  });
  expect([[...machine.podLabels], [...machine.podAnnotations]]).toEqual([[['app', 'db'], ['tier', 'y']], [['note', 'n']]]);
  expect([machine.serviceAccount, machine.containerPorts.length, machine.virtualMachine]).toEqual(['db', 1, true]);
});

test.each([
  ['WorkloadEntry', { serviceAccount: 'db' }, 'sidecar', true, 'serviceAccount db of the WorkloadEntry'],
  ['WorkloadEntry', {}, 'none', false, 'WorkloadEntry without serviceAccount'],
  ['WorkloadEntry', { serviceAccount: '' }, 'none', false, 'WorkloadEntry without serviceAccount'],
  ['WorkloadEntry', { labels: { [TLS_MODE]: 'istio' } }, 'sidecar', true, `label ${TLS_MODE}=istio`],
  ['WorkloadEntry', { labels: { [TLS_MODE]: 'disabled' }, serviceAccount: 'db' }, 'none', true, `label ${TLS_MODE}=disabled`],
  ['WorkloadGroup', { template: { serviceAccount: 'db' } }, 'sidecar', true, 'serviceAccount db of the WorkloadGroup'],
  ['WorkloadGroup', { metadata: { labels: { [TLS_MODE]: 'istio' } } }, 'sidecar', true, `label ${TLS_MODE}=istio`],
  ['WorkloadGroup', { template: {} }, 'none', false, 'WorkloadGroup without serviceAccount'],
])('the data plane of a %s %j', (kind, spec, dataPlane, proven, evidence) => {
  expect(only(kind, spec).dataPlane).toEqual({ dataPlane, proven, evidence: [evidence] });
});

test('a port that is none', () => {
  expect(problemsOf([objectAt('networking.istio.io/v1', 'WorkloadEntry', 'prod/vm', { ports: { web: 'x' } })])).toEqual([
    'spec.ports.web: expected a port from 1 to 65535, got "x"',
  ]);
});
