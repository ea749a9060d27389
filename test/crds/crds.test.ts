import { celRulesIn, Definition, descriptionsIn, ownDefinitions, upstreamDefinitions, withoutDescriptions } from './definitions';

const own = ownDefinitions();
const upstream = upstreamDefinitions();
const kinds = ['DestinationRule', 'PeerAuthentication'];
const definitionOf = (kind: string): Definition => own.get(kind)!;

test('there is a definition of each kind that we write', () => {
  expect([...own.keys()].sort()).toEqual(kinds);
});

describe.each(kinds)('crds/ for %s', (kind) => {
  const { apiVersion, metadata, spec } = definitionOf(kind);

  test('serves v1, which is stored, and v1beta1', () => {
    expect(apiVersion).toBe('apiextensions.k8s.io/v1');
    expect(spec.versions.map(({ name, served, storage }) => [name, served, storage])).toEqual([['v1', true, true], ['v1beta1', true, false]]);
  });

  test('carries no labels or annotations of an installation', () => {
    expect(Object.keys(metadata)).toEqual(['name']);
  });

  test('has short descriptions', () => {
    const descriptions = descriptionsIn(spec.versions[0].schema);
    expect(descriptions.length).toBeGreaterThan(5);
    expect(descriptions.filter(text => text.length > 130 || /https?:/.test(text))).toEqual([]);
  });
});

// The admission room writes each of these by hand; a new one must be met there.
test('the CEL rules are those that src/istio/admission knows', () => {
  expect([...celRulesIn([...own.values()])].sort()).toEqual([
    '!self.contains("*")',
    "duration(self) >= duration('1ms')",
    'has(self.portLevelMtls) ? (((has(self.selector) && has(self.selector.matchLabels)) ? self.selector.matchLabels : {}).size() > 0) : true',
    'self.all(key, !key.contains("*"))',
    'self.all(key, 0 < int(key) && int(key) <= 65535)',
    'self.all(key, key.size() != 0)',
  ]);
});

// A clone alone has no copy of Istio's definitions beside it: skipped there.
describe.each(kinds)('Istio\'s own definition of %s', (kind) => {
  const compare = upstream === undefined ? test.skip : test;
  const parts = (definitions: Map<string, Definition>, version: string) => {
    const { versions, ...rest } = definitions.get(kind)!.spec;
    return withoutDescriptions([rest, versions.find(({ name }) => name === version)]);
  };

  compare.each(['v1', 'v1beta1'])('agrees in structure with ours, %s', (version) => {
    expect(parts(own, version)).toEqual(parts(upstream!, version));
  });

  compare('lends us no sentence', () => {
    const theirs = new Set(descriptionsIn(upstream!.get(kind)));
    expect(descriptionsIn(definitionOf(kind)).filter(text => theirs.has(text))).toEqual([]);
  });
});
