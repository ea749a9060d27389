import { manifestsOf } from './mesh-of';
import { policy } from './traffic-manifests';
import { possibleMeshModes, possibleNamespaceModes, resolvedMode } from '../../../src/checks/support/possible-modes';
import { buildSnapshot } from '../../../src/istio/model/build-snapshot';
import { ProfileInput } from '../../../src/istio/model/profile';

const ANY = ['DISABLE', 'PERMISSIVE', 'STRICT'];
const meshOf = (yaml: string, profile: ProfileInput = {}) => [...buildSnapshot(manifestsOf(yaml), [profile]).meshes.values()][0];

test.each([
  ['nothing is known', '', {}, ANY],
  ['nothing is there', '', { complete: true }, ['PERMISSIVE']],
  ['the profile says it', '', { meshMode: 'STRICT' }, ['STRICT']],
  ['the profile says it, and a policy says otherwise', policy('istio-system/default', 'DISABLE'), { meshMode: 'STRICT' }, ['DISABLE']],
  ['a policy says it', policy('istio-system/default', 'STRICT'), {}, ['STRICT']],
  ['a policy that sets nothing', policy('istio-system/default', 'UNSET'), {}, ['PERMISSIVE']],
  ['two policies', policy('istio-system/a', 'STRICT') + policy('istio-system/b', 'UNSET'), {}, ['PERMISSIVE', 'STRICT']],
] as const)('mesh: %s', (_, yaml, profile, modes) => expect(possibleMeshModes(meshOf(yaml, profile))).toEqual(modes));

test.each([
  ['nothing is known', '', {}, ANY],
  ['the mesh is known, the namespace is not', policy('istio-system/default', 'STRICT'), {}, ANY],
  ['nothing is there but the mesh policy', policy('istio-system/default', 'STRICT'), { complete: true }, ['STRICT']],
  ['a policy says it', policy('istio-system/default', 'STRICT') + policy('production/default', 'DISABLE'), {}, ['DISABLE']],
  ['a policy that sets nothing, below a known mesh', policy('istio-system/default', 'STRICT') + policy('production/default', 'UNSET'), {}, ['STRICT']],
  ['a policy that sets nothing, below an unknown mesh', policy('production/default', 'UNSET'), {}, ANY],
  ['two policies', policy('production/a', 'DISABLE') + policy('production/b', 'UNSET'), { meshMode: 'STRICT' }, ['DISABLE', 'STRICT']],
] as const)('namespace: %s', (_, yaml, profile, modes) => expect(possibleNamespaceModes(meshOf(yaml, profile), 'production')).toEqual(modes));

test('the root namespace has no level of its own', () => {
  expect(possibleNamespaceModes(meshOf(policy('istio-system/default', 'STRICT')), 'istio-system')).toEqual(['STRICT']);
});

test.each([['UNSET', 'DISABLE'], ['STRICT', 'STRICT'], ['PERMISSIVE', 'PERMISSIVE']] as const)('%s below DISABLE is %s', (mode, resolved) => {
  expect(resolvedMode(mode, 'DISABLE')).toBe(resolved);
});
