import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { MeshProfile, MeshWideMtls, MtlsMode } from '../../src';
import { chartIn } from './support/objects';

const elsewhere = 'a mesh-wide policy in namespace "production" would hold for that namespace alone, since the root namespace of mesh "default" is '
  + '"istio-config"; write it there, or use NamespaceMtls';

test('is a policy without selector in the root namespace, called default', () => {
  const chart = chartIn('istio-system');
  new MeshWideMtls(chart, 'mesh', { mode: MtlsMode.PERMISSIVE });
  expect(Testing.synth(chart)).toMatchSnapshot();
});

test.each(Object.values(MtlsMode))('writes mode %s', (mode) => {
  const chart = chartIn('istio-system');
  new MeshWideMtls(chart, 'mesh', { mode });
  expect(Testing.synth(chart)[0].spec).toEqual({ mtls: { mode } });
});

test('is the ApiObject itself', () => {
  const policy = new MeshWideMtls(chartIn('istio-system'), 'mesh', { mode: MtlsMode.STRICT });
  expect(ApiObject.of(policy)).toBe(policy);
});

test('takes the root namespace of the profile when the chart has none', () => {
  const app = new App();
  new MeshProfile(app, 'profile', { rootNamespace: 'istio-config' });
  expect(new MeshWideMtls(new Chart(app, 'chart'), 'mesh', { mode: MtlsMode.STRICT }).metadata.namespace).toBe('istio-config');
});

test('takes Istio\'s root namespace when a profile does not tell another one', () => {
  const app = new App();
  new MeshProfile(app, 'profile');
  expect(new MeshWideMtls(new Chart(app, 'chart'), 'mesh', { mode: MtlsMode.STRICT }).metadata.namespace).toBe('istio-system');
});

test('fails outside of the root namespace that the profile tells', () => {
  const app = new App();
  new MeshProfile(app, 'profile', { rootNamespace: 'istio-config' });
  const chart = new Chart(app, 'chart', { namespace: 'production' });
  expect(() => new MeshWideMtls(chart, 'mesh', { mode: MtlsMode.STRICT })).toThrow(elsewhere);
});

test('fails at synth when the profile comes later', () => {
  const app = new App();
  const chart = new Chart(app, 'chart', { namespace: 'production' });
  new MeshWideMtls(chart, 'mesh', { mode: MtlsMode.STRICT });
  new MeshProfile(app, 'profile', { rootNamespace: 'istio-config' });
  expect(() => Testing.synth(chart)).toThrow(`[chart/mesh] ${elsewhere}`);
});

test('stands where the chart says while no profile tells the root namespace', () => {
  const app = new App();
  new MeshProfile(app, 'profile', { complete: true });
  const chart = new Chart(app, 'chart', { namespace: 'istio-config' });
  new MeshWideMtls(chart, 'mesh', { mode: MtlsMode.STRICT });
  expect(Testing.synth(chart)[0].metadata.namespace).toBe('istio-config');
});
