import { emptySelectorWarnings, matchLabelsProblems } from '../../../src/istio/admission/match-labels-problems';

const places = (labels: unknown) => matchLabelsProblems(labels, 'labels').map(({ rule, refusedBy, path }) => [rule, refusedBy.join('+'), path]);
const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 'v']));

describe('labels of a selector', () => {
  test.each([
    ['absent', undefined, []],
    ['null', null, []],
    ['none', {}, []],
    ['plain', { 'app': 'a', 'app.kubernetes.io/name': '' }, []],
    ['a key that no pod can carry is not checked', { 'not a label!': 'b' }, []],
    ['63 characters', { app: 'x'.repeat(63) }, []],
    ['63 characters beyond the basic plane', { app: '𝒳'.repeat(63) }, []],
    ['4096 labels', many(4096), []],
    ['null value is pruned', { app: null }, []],
    ['own __proto__', JSON.parse('{"__proto__": "a"}'), []],
    ['wildcard in a value', { app: 'a*' }, [['sidecar.md A6', 'crd+webhook', 'labels.app']]],
    ['wildcard in a key', { 'a*': 'b' }, [['sidecar.md A6', 'crd+webhook', 'labels']]],
    ['wildcard in both', { '*/x': '*' }, [['sidecar.md A6', 'crd+webhook', 'labels'], ['sidecar.md A6', 'crd+webhook', 'labels["*/x"]']]],
    ['empty key', { '': 'b' }, [['sidecar.md A6', 'crd+webhook', 'labels']]],
    ['64 characters', { app: 'x'.repeat(64) }, [['sidecar.md A7', 'crd', 'labels.app']]],
    ['4097 labels', many(4097), [['sidecar.md A7', 'crd', 'labels']]],
    ['number', { version: 1 }, [['sidecar.md A6', 'crd+webhook', 'labels.version']]],
    ['not an object', 'app=a', [['sidecar.md A6', 'crd+webhook', 'labels']]],
  ])('%s', (_, labels, expected) => {
    expect(places(labels)).toEqual(expected);
  });

  test('messages', () => {
    expect(matchLabelsProblems({ 'a*': '*', '': 'x'.repeat(64) }).map(problem => problem.message)).toEqual([
      'label key "a*" contains "*"; selectors have no wildcards, write the whole key',
      'label value "*" contains "*"; selectors have no wildcards, write the whole value',
      'label key "" is empty; write the key of a pod label',
      `label value "${'x'.repeat(60)}..." has 64 characters; at most 63 are allowed`,
    ]);
  });
});

describe('a selector without labels', () => {
  test.each([
    [undefined, 0], [null, 0], ['text', 0], [{ matchLabels: { app: 'a' } }, 0],
    [{}, 1], [{ matchLabels: {} }, 1], [{ matchLabels: null }, 1], [{ matchLabels: { app: null } }, 1], [{ labels: { app: 'a' } }, 1],
  ])('%p: %i warnings', (selector, count) => {
    expect(emptySelectorWarnings(selector, 'spec.selector', 'sidecar.md A5')).toHaveLength(count);
  });
});
