import { allManifestsIn, expected, manifestsIn, Manifest } from './support/example';

const files = expected('platform');

function titles(manifests: readonly Manifest[]): string[] {
  return manifests.map(({ kind, metadata: { name, namespace } }) => `${kind} ${namespace}/${name}`);
}

test('the template gives two sets of objects in one chart', () => {
  expect(titles(manifestsIn(files['staging-shop.k8s.yaml']))).toEqual(['checkout', 'ledger'].flatMap((service) => [
    `Deployment shop/${service}`,
    `Service shop/${service}`,
    `PeerAuthentication shop/${service}-mtls`,
    `DestinationRule shop/${service}-mtls`,
  ]));
});

test('two environments write different files with equal names', () => {
  expect(Object.keys(files)).toEqual(['production-mesh.k8s.yaml', 'production-shop.k8s.yaml', 'staging-mesh.k8s.yaml', 'staging-shop.k8s.yaml']);
  for (const part of ['mesh', 'shop']) {
    expect(titles(manifestsIn(files[`production-${part}.k8s.yaml`]))).toEqual(titles(manifestsIn(files[`staging-${part}.k8s.yaml`])));
  }
});

test('a policy selects the pods of its Deployment', () => {
  const manifests = allManifestsIn(files) as (Manifest & { spec: { selector: { matchLabels: unknown } } })[];
  const selectors = (kind: string) => manifests.filter((manifest) => manifest.kind === kind && manifest.spec.selector !== undefined)
    .map(({ spec }) => spec.selector.matchLabels);
  expect(selectors('PeerAuthentication')).toEqual(selectors('Deployment'));
  expect(selectors('Deployment')).toHaveLength(4);
});

test('what the environments say about mutual TLS', () => {
  const policies = Object.entries(files).map(([file, text]) => [file, manifestsIn(text).filter(({ apiVersion }) => apiVersion.includes('istio.io'))
    .map(({ kind, metadata: { name }, spec: { selector, ...spec } }) => ({ kind, name, spec }))]);
  expect(Object.fromEntries(policies)).toMatchSnapshot();
});
