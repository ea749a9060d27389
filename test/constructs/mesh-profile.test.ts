import { App, Chart, Testing } from 'cdk8s';
import { DataPlane, Enforcement, MeshProfile, MeshProfileProps, MtlsMode, NamespaceMtls } from '../../src';
import { profileOf, settingsOf } from '../../src/tree/profile-declaration';

test('tells every setting, with Istio\'s defaults for the rest', () => {
  const app = new App();
  new MeshProfile(app, 'profile', {
    mesh: 'eu',
    rootNamespace: 'istio-config',
    clusterDomain: 'eu.example',
    trustDomain: 'td.example',
    autoMtls: false,
    dataPlane: DataPlane.AMBIENT,
    istioVersion: '1.30.2',
    meshMode: MtlsMode.STRICT,
    defaultRuleExportTo: ['.'],
    complete: true,
    enforcement: Enforcement.REPORT,
    today: '2027-01-31',
  });
  expect(profileOf(app)).toEqual({
    mesh: 'eu',
    rootNamespace: 'istio-config',
    rootNamespaceDeclared: true,
    clusterDomain: 'eu.example',
    trustDomain: 'td.example',
    autoMtls: false,
    dataPlane: 'ambient',
    istioVersion: { major: 1, minor: 30 },
    meshMode: 'STRICT',
    defaultRuleExportTo: ['.'],
    complete: true,
  });
  expect(settingsOf(app)).toMatchObject({ enforcement: 'REPORT', today: '2027-01-31' });
});

test('says nothing when it is given nothing', () => {
  const app = new App();
  const profile = new MeshProfile(app, 'profile');
  expect(settingsOf(app)).toEqual({ mesh: 'default' });
  expect(profile).toMatchObject({ mesh: 'default', rootNamespace: 'istio-system', clusterDomain: 'cluster.local' });
});

test('writes no YAML', () => {
  const chart = Testing.chart();
  new MeshProfile(chart, 'profile', { rootNamespace: 'istio-config' });
  expect(Testing.synth(chart)).toEqual([]);
});

test('the cluster domain reaches paired rules, also when the profile comes later', () => {
  const app = new App();
  const chart = new Chart(app, 'chart', { namespace: 'production' });
  new NamespaceMtls(chart, 'strict', { mode: MtlsMode.STRICT, pairedRule: {} });
  new MeshProfile(app, 'profile', { clusterDomain: 'eu.example' });
  expect(Testing.synth(chart).map(({ spec }) => spec.host)).toContain('*.production.svc.eu.example');
});

test.each<[string, MeshProfileProps]>([
  ['rootNamespace "other" contradicts "istio-config" of profile "first"', { rootNamespace: 'other' }],
  ['complete false contradicts true of profile "first"', { complete: false }],
])('fails when another profile of the mesh contradicts it: %s', (message, props) => {
  const app = new App();
  new MeshProfile(app, 'first', { rootNamespace: 'istio-config', complete: true });
  expect(() => new MeshProfile(new Chart(app, 'chart'), 'second', props)).toThrow(
    `${message}: both describe mesh "default"; give the same value, or give the profiles different \`mesh\` names`);
});

test('fails beside another one', () => {
  const app = new App();
  new MeshProfile(app, 'first');
  expect(() => new MeshProfile(app, 'second', { mesh: 'other' })).toThrow('scope "" already has the profile "first"; give each scope one profile');
});
