import fc from 'fast-check';
import { findingWith } from './finding-with';
import { compareFindings, inOrder } from '../../src/findings/order';

const object = findingWith().object;

/** Each pair in its order, equal in everything that is compared before. */
const ascending = [
  ['severity', { severity: 'error', id: 'MTLS999' }, { severity: 'warning', id: 'MTLS101' }],
  ['severity below', { severity: 'warning', id: 'MTLS999' }, { severity: 'info', id: 'MTLS101' }],
  ['id', { id: 'MTLS201', mesh: 'z' }, { id: 'MTLS202', mesh: 'a' }],
  ['mesh', { mesh: 'a', object: { ...object, namespace: 'z' } }, { mesh: 'b', object: { ...object, namespace: 'a' } }],
  ['namespace', { object: { ...object, namespace: 'a', kind: 'Z' } }, { object: { ...object, namespace: 'b', kind: 'A' } }],
  ['unknown namespace', { object: { ...object, namespace: undefined, kind: 'Z' } }, { object: { ...object, namespace: 'a', kind: 'A' } }],
  ['kind', { object: { ...object, kind: 'A', name: 'z' } }, { object: { ...object, kind: 'B', name: 'a' } }],
  ['name', { object: { ...object, name: 'a' }, path: 'z' }, { object: { ...object, name: 'b' }, path: 'a' }],
  ['path', { path: 'spec.a', origin: { construct: 'z' } }, { path: 'spec.b', origin: { construct: 'a' } }],
  ['construct', { origin: { construct: 'a', file: 'z' } }, { origin: { construct: 'b', file: 'a' } }],
  ['file', { origin: { file: 'a.yaml', document: 9 } }, { origin: { file: 'b.yaml', document: 0 } }],
  ['document, as a number', { origin: { document: 9, item: 9 } }, { origin: { document: 10, item: 0 } }],
  ['item', { origin: { item: 2 }, message: 'z' }, { origin: { item: 10 }, message: 'a' }],
  ['an object before the items of a list', { origin: { document: 0 }, message: 'z' }, { origin: { document: 0, item: 0 }, message: 'a' }],
  ['item of a nested list, as a number', { origin: { item: 0, nestedItems: [2, 9] }, message: 'z' }, { origin: { item: 0, nestedItems: [10] }, message: 'a' }],
  ['a nested list before what is in it', { origin: { item: 0, nestedItems: [1] }, message: 'z' }, { origin: { item: 0, nestedItems: [1, 0] }, message: 'a' }],
  ['an item before those below it', { origin: { item: 0 }, message: 'z' }, { origin: { item: 0, nestedItems: [0] }, message: 'a' }],
  ['message', { message: 'a', fix: 'z' }, { message: 'b', fix: 'a' }],
  ['fix', { fix: 'a' }, { fix: 'b' }],
] as const;

test.each(ascending)('by %s', (_, first, second) => {
  const one = findingWith(first);
  const other = findingWith(second);
  expect([compareFindings(one, other), compareFindings(other, one), compareFindings(one, one)].map(Math.sign)).toEqual([-1, 1, 0]);
});

test('upper case before lower case, whatever the locale', () => {
  const names = ['b', 'B', 'a', 'ä'].map((name) => findingWith({ object: { ...object, name } }));
  expect(inOrder(names).map((finding) => finding.object.name)).toEqual(['B', 'a', 'b', 'ä']);
});

test('the order never depends on the order of the input, and the input stays as it was', () => {
  const all = ascending.flatMap(([, first, second]) => [findingWith(first), findingWith(second)]);
  const expected = inOrder(all).map((finding) => JSON.stringify(finding));
  fc.assert(fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
    const before = [...shuffled];
    expect(inOrder(shuffled).map((finding) => JSON.stringify(finding))).toEqual(expected);
    expect(shuffled).toEqual(before);
  }), { numRuns: 1000 });
});
