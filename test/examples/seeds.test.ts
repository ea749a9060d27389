import seeds from './seeds.json';
import { expected, Files, Manifest, manifestsIn } from './support/example';

/** What pairs of seeds cannot stand in one mesh, and why. */
const CLASHES: [number, number, string][] = [
  [0, 1, 'two modes of production/default'],
  [5, 13, 'two production/legacy-exception'],
  [6, 14, 'equal selectors on api-gateway'],
  [11, 12, 'equal selectors on my-service'],
  [15, 16, 'two modes of foo/default'],
  [15, 18, 'foo/default for the namespace and for finance'],
  [15, 19, 'foo/default for the namespace and for finance'],
  [16, 18, 'foo/default for the namespace and for finance'],
  [16, 19, 'foo/default for the namespace and for finance'],
  [17, 18, 'equal selectors on finance'],
  [17, 19, 'equal selectors on finance'],
  [18, 19, 'two foo/default for finance'],
];

const { 'production.k8s.yaml': production, ...others } = expected('production');
const scenarios: Files = expected('scenarios');
const meshes: Record<string, Manifest[]> = Object.fromEntries([...Object.entries(scenarios), ['production.k8s.yaml', production]]
  .map(([file, text]) => [file, manifestsIn(text)]));

test.each(seeds.map((seed, index): [number, string, Manifest] => [index, `${seed.kind} ${seed.metadata.namespace}/${seed.metadata.name}`, seed as unknown as Manifest]))(
  'seed %d, %s, is in the output', (_, __, seed) => {
    expect(filesWith(seed)).not.toEqual([]);
  },
);

test('what clashes is what stands in this table', () => {
  const found = seeds.flatMap((one, index) => seeds.slice(index + 1).map((other, offset) => [one, other, index, index + 1 + offset] as const))
    .filter(([one, other]) => sameName(one as unknown as Manifest, other as unknown as Manifest) || sameSelector(one as unknown as Manifest, other as unknown as Manifest))
    .map(([,, one, other]) => [one, other]);
  expect(found).toEqual(CLASHES.map(([one, other]) => [one, other]));
});

test.each(CLASHES)('seeds %d and %d stand in different meshes: %s', (one, other) => {
  const together = filesWith(seeds[one] as unknown as Manifest).filter((file) => filesWith(seeds[other] as unknown as Manifest).includes(file));
  expect(together).toEqual([]);
});

test('there are no more meshes than the four clashing foo/default need', () => {
  expect(Object.keys(scenarios)).toEqual(['complete.k8s.yaml', 'inherited.k8s.yaml', 'migration.k8s.yaml', 'strict.k8s.yaml']);
  expect(Object.keys(others)).toEqual(['namespaces.k8s.yaml']);
});

/** Equal in API version, kind, namespace, name and spec; annotations are ours to add. */
function filesWith(seed: Manifest): string[] {
  return Object.entries(meshes).filter(([, manifests]) => manifests.some((manifest) => JSON.stringify(essence(manifest)) === JSON.stringify(essence(seed))))
    .map(([file]) => file);
}

function essence({ apiVersion, kind, metadata: { namespace, name }, spec }: Manifest): unknown {
  return [apiVersion, kind, namespace, name, sorted(spec)];
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).sort(([one], [other]) => one < other ? -1 : 1).map(([key, member]) => [key, sorted(member)]);
}

function sameName(one: Manifest, other: Manifest): boolean {
  return one.kind === other.kind && one.metadata.namespace === other.metadata.namespace && one.metadata.name === other.metadata.name;
}

function sameSelector(one: Manifest, other: Manifest): boolean {
  return one.spec.selector !== undefined && one.metadata.namespace === other.metadata.namespace
    && JSON.stringify(one.spec.selector) === JSON.stringify(other.spec.selector);
}
