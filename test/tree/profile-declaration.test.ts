import { App, Chart } from 'cdk8s';
import { MeshProfile } from '../../src';
import { declaredMeshes, hasProfile, meshOf, profileOf, settingsOf } from '../../src/tree/profile-declaration';

test('the nearest profile up the tree counts', () => {
  const app = new App();
  const [inner, outer] = [new Chart(app, 'inner'), new Chart(app, 'outer')];
  const nested = new Chart(inner, 'nested');
  new MeshProfile(app, 'profile', { mesh: 'a' });
  new MeshProfile(inner, 'profile', { mesh: 'b' });
  expect([app, outer, inner, nested].map(meshOf)).toEqual(['a', 'a', 'b', 'b']);
});

test('without profile, the mesh is the default one', () => {
  const chart = new Chart(new App(), 'chart');
  expect([hasProfile(chart), meshOf(chart), settingsOf(chart)]).toEqual([false, 'default', { mesh: 'default' }]);
  expect(profileOf(chart)).toMatchObject({ rootNamespace: 'istio-system', rootNamespaceDeclared: false });
});

test('profiles of equal mesh names are one mesh, in whatever order', () => {
  const settings = [{ rootNamespace: 'istio-config' }, { clusterDomain: 'eu.example' }, { complete: true, rootNamespace: 'istio-config' }];
  const seen = [[0, 1, 2], [2, 1, 0]].map((order) => {
    const app = new App();
    const charts = order.map((index) => {
      const chart = new Chart(app, `chart-${index}`);
      new MeshProfile(chart, 'profile', { mesh: 'eu', ...settings[index] });
      return chart;
    });
    return charts.map(settingsOf);
  });
  expect(new Set(seen.flat().map((one) => JSON.stringify(Object.entries(one).sort()))).size).toBe(1);
  expect(seen[0][0]).toEqual({ mesh: 'eu', rootNamespace: 'istio-config', clusterDomain: 'eu.example', complete: true });
});

test('meshes are listed by name', () => {
  const app = new App();
  new MeshProfile(new Chart(app, 'x'), 'profile', { mesh: 'us' });
  new MeshProfile(new Chart(app, 'y'), 'profile', { mesh: 'eu', complete: true });
  expect(declaredMeshes(app)).toEqual([{ mesh: 'eu', complete: true }, { mesh: 'us' }]);
});

test('a removed profile counts no longer, and its place is free', () => {
  const app = new App();
  new MeshProfile(app, 'profile', { mesh: 'eu', rootNamespace: 'istio-config' });
  app.node.tryRemoveChild('profile');
  expect([hasProfile(app), declaredMeshes(app)]).toEqual([false, []]);
  new MeshProfile(app, 'other', { mesh: 'eu', rootNamespace: 'istio-system' });
  expect(settingsOf(app)).toEqual({ mesh: 'eu', rootNamespace: 'istio-system' });
});

test('two Apps know nothing of each other', () => {
  const [one, other] = [new App(), new App()];
  new MeshProfile(one, 'profile', { rootNamespace: 'istio-config' });
  expect(hasProfile(other)).toBe(false);
  new MeshProfile(other, 'profile', { rootNamespace: 'istio-system' });
});

test('a profile of another copy of the library is read', () => {
  const app = new App();
  jest.isolateModules(() => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const copy = require('../../src') as { MeshProfile: typeof MeshProfile };
    expect(copy.MeshProfile).not.toBe(MeshProfile);
    new copy.MeshProfile(app, 'profile', { mesh: 'eu' });
  });
  expect(meshOf(app)).toBe('eu');
});
