import { labels, meshOf, placeOf, ruleAt, Written } from './support/mesh-of';
import { shadowedRules } from '../../../src/istio/rule-selection/shadowed-rules';

const HOST = 'reviews.prod.svc.cluster.local';

function told(rules: readonly Written[], client = 'shop'): readonly string[] {
  const question = { client: { namespace: client, labels: labels({ app: 'cart' }) }, service: { host: HOST, namespace: 'prod' } };
  return shadowedRules(meshOf(rules), question).map(({ rule, by, why }) => `${placeOf(rule)} by ${by === undefined ? 'nothing' : placeOf(by)}: ${why}`);
}

const rows: readonly (readonly [string, readonly Written[], readonly string[], string?])[] = [
  ['one rule shadows nobody', [ruleAt('prod/a', { host: HOST })], []],
  ['the client\'s rule shadows those of the service and of root', [
    ruleAt('shop/all', { host: '*' }), ruleAt('prod/a', { host: HOST }), ruleAt('istio-system/all', { host: '*' }),
  ], ['prod/a by shop/all: place', 'istio-system/all by shop/all: place']],
  ['a specific host shadows wider ones of its place', [ruleAt('prod/a', { host: HOST }), ruleAt('prod/wide', { host: '*.local' })], ['prod/wide by prod/a: host']],
  ['a rule that the client cannot see is not shadowed', [ruleAt('shop/all', { host: '*' }), ruleAt('prod/a', { host: HOST, exportTo: ['x'] })], []],
  ['a merged rule is in use', [ruleAt('prod/a', { host: HOST }), ruleAt('prod/b', { host: HOST })], []],
  ['of entries kept apart, the newest shadows the others', [ruleAt('prod/a', { host: HOST, exportTo: ['*'] }), ruleAt('prod/b', { host: HOST, exportTo: ['shop'] })],
    ['prod/a by prod/b: entry']],
  ['a selector that does not match can end the search', [
    ruleAt('shop/sel', { host: '*', workloadSelector: { matchLabels: { app: 'x' } } }), ruleAt('prod/a', { host: HOST }),
  ], ['shop/sel by nothing: entry', 'prod/a by nothing: place']],
  ['in root, public rules come last', [ruleAt('istio-system/all', { host: '*' }), ruleAt('prod/a', { host: HOST })], ['istio-system/all by prod/a: place'], 'istio-system'],
];

test.each(rows.map((row) => [row[0], row] as const))('shadowedRules: %s', (_, [, rules, expected, client]) => {
  expect(told(rules, client)).toEqual(expected);
});
