import { emptyMap, sealedMap, sealedMapOf } from '../../../src/istio/model/sealed-map';

test('a sealed map reads like any other', () => {
  const map = sealedMap([['a', 1], ['b', 2]]);
  expect(map).toEqual(new Map([['a', 1], ['b', 2]]));
  expect([map.size, map.get('a'), map.has('c'), [...map.keys()], map.constructor]).toEqual([2, 1, false, ['a', 'b'], Map]);
});

test('keys without a value are left out', () => {
  expect([...sealedMapOf(['a', 'b', 'c'], key => key === 'b' ? undefined : key)]).toEqual([['a', 'a'], ['c', 'c']]);
});

test('there is one empty map', () => {
  expect([sealedMap([]), sealedMapOf(['a'], () => undefined)].every(map => map === emptyMap())).toBe(true);
});
