import * as fc from 'fast-check';
import { contextsOfManifests } from './contexts-of-manifests';
import { isolatedPolicies } from '../../../src/checks/support/selector-isolation';

function policies(...selectors: Record<string, string>[]) {
  const manifests = selectors.map((matchLabels, index) => ({
    object: { apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', metadata: { name: `p${String(index).padStart(3, '0')}`, namespace: 'production' }, spec: { selector: { matchLabels } } },
  }));
  return contextsOfManifests(manifests)[0].mesh.policies;
}

const isolated = (...selectors: Record<string, string>[]) => {
  const all = policies(...selectors);
  return all.map(isolatedPolicies(all));
};

test.each([
  ['one policy', [{ app: 'a' }], [true]],
  ['two values of one key', [{ app: 'a' }, { app: 'b', tier: 'x' }], [true, true]],
  ['one value twice', [{ app: 'a' }, { app: 'a' }, { app: 'b' }], [false, false, true]],
  ['two keys', [{ app: 'a' }, { tier: 'x' }], [false, false]],
  ['a key that not all have', [{ app: 'a' }, { app: 'b' }, { tier: 'x' }], [false, false, false]],
  ['names of objects as keys', [JSON.parse('{"__proto__": "a"}'), JSON.parse('{"__proto__": "b"}')], [true, true]],
])('%s', (_, selectors, expected) => expect(isolated(...selectors as Record<string, string>[])).toEqual(expected));

test('a policy of no known namespace is not isolated', () => {
  expect(isolatedPolicies([])(policies({ app: 'a' })[0])).toBe(false);
});

test('an isolated policy meets no other on any pod', () => {
  const label = fc.constantFrom('a', 'b', 'c');
  const selector = fc.dictionary(label, label, { minKeys: 1, maxKeys: 3 });
  fc.assert(fc.property(fc.array(selector, { minLength: 1, maxLength: 5 }), (selectors) => {
    const found = isolated(...selectors);
    selectors.forEach((one, index) => {
      const contradicts = (other: Record<string, string>) => Object.keys(one).some((key) => other[key] !== undefined && other[key] !== one[key]);
      const contradictsAll = selectors.every((other, otherIndex) => otherIndex === index || contradicts(other));
      if (found[index]) expect(contradictsAll).toBe(true);
    });
  }), { numRuns: 1000 });
});
