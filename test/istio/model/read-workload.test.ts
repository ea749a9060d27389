import { deploymentAt, metadataAt, objectAt } from './support/objects';
import { meshOf, problemsOf } from './support/snapshot-of';
import { Workload } from '../../../src/istio/model/workload';

const TEMPLATE = { metadata: { labels: { app: 'a' } }, spec: { containers: [{ name: 'main', ports: [{ containerPort: 8080 }] }] } };

function only(object: unknown): Workload {
  const { workloads } = meshOf([object]);
  expect(workloads).toHaveLength(1);
  return workloads[0];
}

test.each([
  ['apps/v1', 'Deployment', { template: TEMPLATE }],
  ['extensions/v1beta1', 'Deployment', { template: TEMPLATE }],
  ['apps/v1', 'StatefulSet', { template: TEMPLATE }],
  ['apps/v1', 'DaemonSet', { template: TEMPLATE }],
  ['extensions/v1beta1', 'DaemonSet', { template: TEMPLATE }],
  ['apps/v1', 'ReplicaSet', { template: TEMPLATE }],
  ['extensions/v1beta1', 'ReplicaSet', { template: TEMPLATE }],
  ['v1', 'ReplicationController', { template: TEMPLATE }],
  ['batch/v1', 'Job', { template: TEMPLATE }],
  ['batch/v1', 'CronJob', { jobTemplate: { spec: { template: TEMPLATE } } }],
  ['batch/v1beta1', 'CronJob', { jobTemplate: { spec: { template: TEMPLATE } } }],
  ['argoproj.io/v1alpha1', 'Rollout', { template: TEMPLATE }],
  ['serving.knative.dev/v1', 'Service', { template: TEMPLATE }],
  ['apps.openshift.io/v1', 'DeploymentConfig', { template: TEMPLATE }],
])('the pods of a %s %s', (apiVersion, kind, spec) => {
  const workload = only(objectAt(apiVersion, kind, 'prod/a', spec));
  expect([workload.kind, workload.namespace, workload.name, [...workload.podLabels]]).toEqual([kind, 'prod', 'a', [['app', 'a']]]);
  expect(workload.containerPorts).toEqual([{ name: undefined, number: 8080, container: 'main' }]);
  expect(workload.podSpec).toBe(TEMPLATE.spec);
});

test('a Pod is its own template', () => {
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: metadataAt('prod/a', { labels: { app: 'a' }, annotations: { note: 'b' } }), spec: TEMPLATE.spec };
  const workload = only(pod);
  expect([[...workload.podLabels], [...workload.podAnnotations], workload.containerPorts.length]).toEqual([[['app', 'a']], [['note', 'b']], 1]);
});

test.each([
  ['apps/v1', 'Deployment', {}],
  ['argoproj.io/v1alpha1', 'Rollout', { workloadRef: { kind: 'Deployment', name: 'a' } }],
  ['batch/v1', 'CronJob', { jobTemplate: {} }],
])('a %s %s without a template has no pods', (apiVersion, kind, spec) => {
  expect(meshOf([objectAt(apiVersion, kind, 'prod/a', spec)]).workloads).toEqual([]);
  expect(problemsOf([objectAt(apiVersion, kind, 'prod/a', spec)])).toEqual([]);
});

test.each([
  ['v1', 'Deployment'], ['batch/v1', 'Deployment'], ['example.com/v1', 'Rollout'], ['v1', 'Secret'], ['v1', 'ConfigMap'], ['', 'Deployment'],
])('%s %s is passed over', (apiVersion, kind) => {
  expect(meshOf([objectAt(apiVersion, kind, 'prod/a', { template: TEMPLATE })]).workloads).toEqual([]);
  expect(problemsOf([objectAt(apiVersion, kind, 'prod/a', 5)])).toEqual([]);
});

test('everything that a pod spec says', () => {
  const workload = only(deploymentAt('prod/a', { app: 'a' }, { hostNetwork: true, serviceAccountName: 'robot', containers: [] }, { note: 'b' }));
  expect([workload.hostNetwork, workload.serviceAccount, workload.virtualMachine, workload.gateway]).toEqual([true, 'robot', false, false]);
  expect([...workload.podAnnotations]).toEqual([['note', 'b']]);
});

test.each([
  ['serviceAccountName', { serviceAccountName: 'a' }, 'a'],
  ['the old field', { serviceAccount: 'b' }, 'b'],
  ['both', { serviceAccountName: 'a', serviceAccount: 'b' }, 'a'],
  ['none', {}, undefined],
])('service account: %s', (_, spec, serviceAccount) => {
  expect(only(deploymentAt('prod/a', {}, spec)).serviceAccount).toBe(serviceAccount);
});

test('ports of all containers that stay, TCP only', () => {
  const containers = [
    { name: 'main', ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }, { containerPort: 53, protocol: 'UDP' }, { containerPort: 99, protocol: 'SCTP' }] },
    { name: 'quiet' },
    { ports: [{ containerPort: 9090 }] },
  ];
  const initContainers = [
    { name: 'migrate', ports: [{ containerPort: 1 }] },
    { name: 'helper', restartPolicy: 'Always', ports: [{ containerPort: 2 }] },
  ];
  expect(only(deploymentAt('prod/a', {}, { containers, initContainers })).containerPorts).toEqual([
    { name: 'http', number: 8080, container: 'main' },
    { name: undefined, number: 9090, container: '' },
    { name: undefined, number: 2, container: 'helper' },
  ]);
});

test('labels that the template repeats are kept once', () => {
  const object = { ...deploymentAt('prod/a', { app: 'a', tier: 'b' }), metadata: metadataAt('prod/a', { labels: { tier: 'b', app: 'a' } }) };
  const workload = only(object);
  expect(workload.podLabels).toBe(workload.labels);
});

test.each([
  ['fewer', { app: 'a' }], ['another value', { app: 'a', tier: 'c' }], ['another key', { app: 'a', team: 'b' }], ['more', { app: 'a', tier: 'b', x: 'y' }],
])('labels of the template that differ: %s', (_, templateLabels) => {
  const object = { ...deploymentAt('prod/a', templateLabels), metadata: metadataAt('prod/a', { labels: { app: 'a', tier: 'b' } }) };
  expect([...only(object).podLabels]).toEqual(Object.entries(templateLabels));
});

test.each([
  ['a quoted port', { containers: [{ ports: [{ containerPort: '80' }] }] },
    'spec.template.spec.containers[0].ports[0].containerPort: expected a port from 1 to 65535, got "80"; remove the quotes'],
  ['a port that is no object', { containers: [{}, { ports: [80] }] }, 'spec.template.spec.containers[1].ports[0]: expected an object, got 80'],
  ['ports as an object', { containers: [{ ports: {} }] }, 'spec.template.spec.containers[0].ports: expected a list, got an empty object'],
  ['a container that is none', { containers: ['main'] }, 'spec.template.spec.containers[0]: expected an object, got "main"'],
  ['containers as an object', { containers: { main: {} } }, 'spec.template.spec.containers: expected a list, got an object'],
  ['hostNetwork as a text', { hostNetwork: 'true' }, 'spec.template.spec.hostNetwork: expected true or false, got "true"'],
])('problem: %s', (_, podSpec, problem) => {
  expect(problemsOf([deploymentAt('prod/a', {}, podSpec)])).toEqual([problem]);
});

test.each([
  ['a pod label', { template: { metadata: { labels: { version: 2 } } } }, 'spec.template.metadata.labels.version: expected a text, got 2; quote it'],
  ['a pod annotation', { template: { metadata: { annotations: { a: [] } } } }, 'spec.template.metadata.annotations.a: expected a text, got an empty list; quote it'],
  ['a template that is a text', { template: 'x' }, 'spec.template: expected an object, got "x"'],
])('problem: %s', (_, spec, problem) => {
  expect(problemsOf([objectAt('apps/v1', 'Deployment', 'prod/a', spec)])).toEqual([problem]);
});
