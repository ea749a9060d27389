import { checkTable } from './support/check-table';
import { manifestsOf } from './support/mesh-of';
import { duplicateScope } from '../../src/checks/mtls301-duplicate-scope';
import { buildSnapshot } from '../../src/istio/model/build-snapshot';

const policy = (namespace: string, name: string, spec: string, metadata = '') => `---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: ${name}
  namespace: ${namespace}
${metadata.replace(/^(?=.)/gm, '  ')}
spec: ${spec}
`;
const says = (mode: string) => `{ mtls: { mode: ${mode} } }`;
const created = (day: number) => `creationTimestamp: "2026-01-0${day}T00:00:00Z"`;

checkTable(duplicateScope, {
  valid: [
    { name: 'one policy for each scope', yaml: policy('istio-system', 'default', says('STRICT')) + policy('production', 'default', says('PERMISSIVE')) },
    { name: 'one namespace policy in each of two namespaces', yaml: policy('production', 'default', says('STRICT')) + policy('staging', 'default', says('DISABLE')) },
    {
      name: 'a workload policy beside the namespace policy',
      yaml: policy('production', 'default', says('STRICT')) + policy('production', 'api', '{ selector: { matchLabels: { app: api } }, mtls: { mode: DISABLE } }'),
    },
    { name: 'one object twice, which is for another check', yaml: policy('production', 'default', says('STRICT')) + policy('production', 'default', says('PERMISSIVE')) },
    { name: 'a mesh policy elsewhere', yaml: policy('istio-system', 'a', says('STRICT')) + policy('mesh', 'b', says('DISABLE')), profile: { rootNamespace: 'mesh' } },
  ],
  invalid: [
    {
      name: 'two modes for a namespace',
      yaml: policy('production', 'default', says('STRICT')) + policy('production', 'migration', says('PERMISSIVE')),
      findings: [{
        severity: 'error',
        object: 'PeerAuthentication production/migration',
        path: '',
        message: 'PeerAuthentication production/default (STRICT) and PeerAuthentication production/migration (PERMISSIVE) all set the mode of the whole of namespace production: '
          + 'Istio uses only the oldest, and manifests do not say which one that is',
        fix: 'keep one of them, e.g. delete PeerAuthentication production/migration',
        related: ['PeerAuthentication production/default'],
      }],
    },
    {
      name: 'two modes for the mesh, in a root namespace of its own; nothing set counts as PERMISSIVE',
      yaml: policy('mesh', 'default', '{}') + policy('mesh', 'strict', says('STRICT')),
      profile: { rootNamespace: 'mesh' },
      findings: [{ severity: 'error', object: 'PeerAuthentication mesh/strict', path: '', message: 'default (the inherited mode) and PeerAuthentication mesh/strict (STRICT) all set the mode of the whole mesh' }],
    },
    {
      name: 'PERMISSIVE beside nothing, for the mesh',
      yaml: policy('istio-system', 'default', '{}') + policy('istio-system', 'open', says('PERMISSIVE')),
      findings: [{ severity: 'warning', object: 'PeerAuthentication istio-system/open', path: '' }],
    },
    {
      name: 'an empty selector is no selector',
      yaml: policy('production', 'default', says('STRICT')) + policy('production', 'other', '{ selector: {}, mtls: { mode: DISABLE } }'),
      findings: [{ severity: 'error', object: 'PeerAuthentication production/other', path: '' }],
    },
    {
      name: 'the same mode twice',
      yaml: policy('production', 'default', says('STRICT')) + policy('production', 'duplicate', says('STRICT')),
      findings: [{ severity: 'warning', object: 'PeerAuthentication production/duplicate', path: '', related: ['PeerAuthentication production/default'] }],
    },
    {
      name: 'one finding for four policies, whatever their order',
      yaml: policy('production', 'd', says('STRICT')) + policy('production', 'b', says('STRICT')) + policy('production', 'a', says('STRICT')) + policy('production', 'c', says('DISABLE')),
      findings: [{
        severity: 'error',
        object: 'PeerAuthentication production/d',
        path: '',
        message: 'PeerAuthentication production/a (STRICT), PeerAuthentication production/b (STRICT) and 2 more all set the mode',
        related: ['PeerAuthentication production/a', 'PeerAuthentication production/b', 'PeerAuthentication production/c'],
      }],
    },
    {
      name: 'ages say who wins; the loser must go',
      yaml: policy('production', 'a', says('STRICT'), created(2)) + policy('production', 'b', says('DISABLE'), created(1)),
      findings: [{ severity: 'error', object: 'PeerAuthentication production/a', path: '', message: 'Istio uses only the oldest, that is PeerAuthentication production/b', fix: 'delete PeerAuthentication production/a' }],
    },
    {
      name: 'one age says nothing',
      yaml: policy('production', 'a', says('STRICT'), created(2)) + policy('production', 'b', says('DISABLE')),
      findings: [{ severity: 'error', object: 'PeerAuthentication production/a', path: '', message: 'manifests do not say' }],
    },
    {
      name: 'what is inherited is known to differ',
      yaml: policy('istio-system', 'default', says('PERMISSIVE')) + policy('production', 'default', '{}') + policy('production', 'strict', says('STRICT')),
      findings: [{ severity: 'error', object: 'PeerAuthentication production/strict', path: '' }],
    },
    {
      name: 'the profile knows what is inherited',
      yaml: policy('production', 'default', '{}') + policy('production', 'strict', says('STRICT')),
      profile: { meshMode: 'DISABLE' },
      findings: [{ severity: 'error', object: 'PeerAuthentication production/strict', path: '' }],
    },
    {
      name: 'a complete mesh without mesh policy is PERMISSIVE',
      yaml: policy('production', 'default', '{}') + policy('production', 'strict', says('STRICT')),
      profile: { complete: true },
      findings: [{ severity: 'error', object: 'PeerAuthentication production/strict', path: '' }],
    },
    {
      name: 'one of them is in the input twice, so that nobody knows what it says',
      yaml: policy('production', 'default', says('STRICT')) + policy('production', 'default', says('PERMISSIVE')) + policy('production', 'other', says('DISABLE')),
      findings: [{ severity: 'warning', object: 'PeerAuthentication production/other', path: '', related: ['PeerAuthentication production/default'] }],
    },
    {
      name: 'the mesh and two namespaces, each for itself',
      yaml: ['istio-system', 'production', 'staging'].map((namespace) => policy(namespace, 'a', says('STRICT')) + policy(namespace, 'b', says('DISABLE'))).join(''),
      findings: ['istio-system', 'production', 'staging'].map((namespace) => ({ severity: 'error', object: `PeerAuthentication ${namespace}/b`, path: '', related: [`PeerAuthentication ${namespace}/a`] })),
    },
    {
      name: 'the same revision, or none',
      yaml: policy('production', 'a', says('STRICT'), 'labels: { istio.io/rev: canary }') + policy('production', 'b', says('DISABLE')),
      findings: [{ severity: 'error', object: 'PeerAuthentication production/b', path: '' }],
    },
  ],
  partial: [
    {
      name: 'what is inherited decides whether they differ, and is not in the input',
      yaml: policy('production', 'default', '{}') + policy('production', 'strict', says('STRICT')),
      findings: [{ severity: 'warning', object: 'PeerAuthentication production/strict', path: '' }],
    },
    {
      name: 'a chart without namespace',
      yaml: policy('~', 'default', says('STRICT')).replace('  namespace: ~\n', '') + policy('~', 'open', says('PERMISSIVE')).replace('  namespace: ~\n', ''),
    },
  ],
  twoMeshes: [{ name: 'each environment has its own', meshes: [policy('production', 'default', says('STRICT')), policy('production', 'migration', says('PERMISSIVE'))] }],
  falsePositives: [
    {
      name: 'two control planes, each with its own mesh policy (canary upgrade)',
      yaml: policy('istio-system', 'stable', says('PERMISSIVE'), 'labels: { istio.io/rev: 1-31 }') + policy('istio-system', 'canary', says('STRICT'), 'labels: { istio.io/rev: 1-32 }'),
    },
    {
      name: 'a selector policy left over in the root namespace, which Istio ignores',
      yaml: policy('istio-system', 'default', says('STRICT')) + policy('istio-system', 'grafana', '{ selector: { matchLabels: { app: grafana } }, mtls: { mode: DISABLE } }'),
    },
  ],
});

describe('what reaches the cluster together', () => {
  const found = (files: readonly [string, string], context: readonly [boolean, boolean] = [false, false]) => {
    const manifests = [policy('production', 'default', says('STRICT')), policy('production', 'open', says('PERMISSIVE'))]
      .flatMap((yaml, index) => manifestsOf(yaml).map((manifest) => ({ ...manifest, origin: { file: files[index] }, context: context[index] })));
    const mesh = [...buildSnapshot(manifests).meshes.values()][0];
    return [...duplicateScope.check({ mesh, problems: [], today: undefined })].map(({ severity, resource }) => `${severity} ${resource.name}`);
  };

  test('two files of one folder', () => expect(found(['mesh/strict.yaml', 'mesh/open.yaml'])).toEqual(['error open']));
  test('two folders may be alternatives', () => expect(found(['overlays/prod/mesh.yaml', 'overlays/dev/mesh.yaml'])).toEqual(['warning open']));
  test('ours stands for the clash with what others own', () => expect(found(['a.yaml', 'b.yaml'], [false, true])).toEqual(['error default']));
  test('charts without namespace may end up in one', () => {
    const manifests = ['STRICT', 'DISABLE'].map((mode) => ({ object: { apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', metadata: { name: mode.toLowerCase() }, spec: { mtls: { mode } } } }));
    const mesh = [...buildSnapshot(manifests).meshes.values()][0];
    const [{ severity, message }] = [...duplicateScope.check({ mesh, problems: [], today: undefined })];
    expect(severity).toBe('warning');
    expect(message).toContain('PeerAuthentication disable (DISABLE) and PeerAuthentication strict (STRICT) all set the mode of one namespace:');
  });
  test('a clash among what others own is theirs', () => expect(found(['a.yaml', 'b.yaml'], [true, true])).toEqual([]));
});
