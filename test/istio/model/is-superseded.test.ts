import { deploymentAt } from './support/objects';
import { meshOf } from './support/snapshot-of';

const owned = (kind: string, owner: object, spec = {}) => ({
  ...deploymentAt('prod/made', {}),
  apiVersion: kind === 'Job' ? 'batch/v1' : 'apps/v1',
  kind,
  metadata: { name: 'made', namespace: 'prod', ownerReferences: [{ kind: 'Node', name: 'x' }, owner] },
  spec: { template: {}, ...spec },
});
const DEPLOYMENT = { kind: 'Deployment', name: 'a', controller: true };

test.each([
  ['a ReplicaSet of a Deployment that is there', [deploymentAt('prod/a', {}), owned('ReplicaSet', DEPLOYMENT)], ['Deployment']],
  ['the Deployment in another namespace', [deploymentAt('shop/a', {}), owned('ReplicaSet', DEPLOYMENT)], ['ReplicaSet', 'Deployment']],
  ['another Deployment', [deploymentAt('prod/b', {}), owned('ReplicaSet', DEPLOYMENT)], ['Deployment', 'ReplicaSet']],
  ['without the Deployment', [owned('ReplicaSet', DEPLOYMENT)], ['ReplicaSet']],
  ['an old ReplicaSet, scaled down, without the Deployment', [owned('ReplicaSet', DEPLOYMENT, { replicas: 0 })], []],
  ['an owner that is no controller', [deploymentAt('prod/a', {}), owned('ReplicaSet', { ...DEPLOYMENT, controller: false })], ['Deployment', 'ReplicaSet']],
  ['a ReplicaSet of its own, scaled down', [{ ...deploymentAt('prod/r', {}), kind: 'ReplicaSet', spec: { replicas: 0, template: {} } }], ['ReplicaSet']],
  ['a Job of a CronJob', [
    { apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name: 'c', namespace: 'prod' }, spec: { jobTemplate: { spec: { template: {} } } } },
    owned('Job', { kind: 'CronJob', name: 'c', controller: true }),
  ], ['CronJob']],
  ['a kind that users write themselves', [deploymentAt('prod/a', {}), owned('StatefulSet', DEPLOYMENT)], ['Deployment', 'StatefulSet']],
])('%s', (_, objects, kinds) => {
  expect(meshOf(objects).workloads.map(workload => workload.kind)).toEqual(kinds);
});
