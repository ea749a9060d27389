import { meshOf, placeOf, ruleAt, Written } from './support/mesh-of';
import { mergeLosses } from '../../../src/istio/rule-selection/rule-index';

const HOST = 'reviews.prod.svc.cluster.local';
const DISABLE = { trafficPolicy: { tls: { mode: 'DISABLE' } } };
const MUTUAL = { trafficPolicy: { tls: { mode: 'ISTIO_MUTUAL' } } };
const OLD = '2024-01-01T00:00:00Z';
const NEW = '2024-06-01T00:00:00Z';

/** `prod/b loses traffic-policy to prod/a (DISABLE instead of ISTIO_MUTUAL), open` */
function told(rules: readonly Written[]): readonly string[] {
  return mergeLosses(meshOf(rules)).map(({ rule, keptBy, kind, subset, dropped, kept, ambiguous }) => [
    `${placeOf(rule)} loses ${kind}${subset === undefined ? '' : ` ${subset}`} to ${placeOf(keptBy)}`,
    ` (${kept?.tls?.mode} instead of ${dropped?.tls?.mode})${ambiguous ? ', open' : ''}`,
  ].join(''));
}

const rows: readonly (readonly [string, readonly Written[], readonly string[]])[] = [
  ['one rule loses nothing', [ruleAt('prod/a', { host: HOST, ...MUTUAL })], []],
  ['different hosts lose nothing', [ruleAt('prod/a', { host: HOST, ...MUTUAL }), ruleAt('prod/b', { host: '*.local', ...DISABLE })], []],
  ['different namespaces lose nothing', [ruleAt('prod/a', { host: HOST, ...MUTUAL }), ruleAt('shop/b', { host: HOST, ...DISABLE })], []],
  ['the newer policy is lost', [ruleAt('prod/a', { host: HOST, ...MUTUAL }, NEW), ruleAt('prod/b', { host: 'reviews', ...DISABLE }, OLD)],
    ['prod/a loses traffic-policy to prod/b (DISABLE instead of ISTIO_MUTUAL)']],
  ['without timestamps it may be the other one', [ruleAt('prod/a', { host: HOST, ...MUTUAL }), ruleAt('prod/b', { host: HOST, ...DISABLE })],
    ['prod/b loses traffic-policy to prod/a (ISTIO_MUTUAL instead of DISABLE), open']],
  ['a policy without tls counts as well', [
    ruleAt('prod/a', { host: HOST, trafficPolicy: { connectionPool: { tcp: { maxConnections: 7 } } } }, OLD),
    ruleAt('prod/b', { host: HOST, ...MUTUAL }, NEW),
  ], ['prod/b loses traffic-policy to prod/a (undefined instead of ISTIO_MUTUAL)']],
  ['a gap is filled, nothing is lost', [ruleAt('prod/a', { host: HOST, subsets: [{ name: 'v1' }] }, OLD), ruleAt('prod/b', { host: HOST, ...MUTUAL }, NEW)], []],
  ['the third loses to the one that filled the gap', [
    ruleAt('prod/a', { host: HOST, subsets: [{ name: 'v1' }] }, '2024-01-01T00:00:00Z'),
    ruleAt('prod/b', { host: HOST, ...MUTUAL }, '2024-02-01T00:00:00Z'),
    ruleAt('prod/c', { host: HOST, ...DISABLE }, '2024-03-01T00:00:00Z'),
  ], ['prod/c loses traffic-policy to prod/b (ISTIO_MUTUAL instead of DISABLE)']],
  ['a repeated subset is lost', [
    ruleAt('prod/a', { host: HOST, subsets: [{ name: 'v1', ...MUTUAL }] }, OLD),
    ruleAt('prod/b', { host: HOST, subsets: [{ name: 'v1', ...DISABLE }, { name: 'v2' }] }, NEW),
  ], ['prod/b loses subset v1 to prod/a (ISTIO_MUTUAL instead of DISABLE)']],
  ['rules kept apart lose nothing', [ruleAt('prod/a', { host: HOST, exportTo: ['x'], ...MUTUAL }, OLD), ruleAt('prod/b', { host: HOST, exportTo: ['y'], ...DISABLE }, NEW)], []],
  ['D12: a wider export is lost', [ruleAt('prod/a', { host: HOST, exportTo: ['x'], ...MUTUAL }, OLD), ruleAt('prod/b', { host: HOST, exportTo: ['x', 'y'] }, NEW)],
    ['prod/b loses visibility to prod/a (ISTIO_MUTUAL instead of undefined)']],
  ['D15: a private general rule is lost to a selector, whatever their age', [
    ruleAt('prod/sel', { host: HOST, workloadSelector: { matchLabels: { app: 'a' } }, ...DISABLE }),
    ruleAt('prod/all', { host: HOST, exportTo: ['.'], ...MUTUAL }),
  ], [
    'prod/all loses traffic-policy to prod/sel (DISABLE instead of ISTIO_MUTUAL)',
    'prod/all loses visibility to prod/sel (DISABLE instead of ISTIO_MUTUAL)',
  ]],
  ['D15: a general rule that also stands alone loses nothing', [
    ruleAt('prod/sel', { host: HOST, workloadSelector: { matchLabels: { app: 'a' } }, ...DISABLE }),
    ruleAt('prod/all', { host: HOST, exportTo: ['.', 'x'], ...MUTUAL }),
  ], []],
  ['D11: a rule that melts into an entry and stands alone too loses nothing', [
    ruleAt('prod/a', { host: HOST, exportTo: ['*'], ...DISABLE }, '2024-01-01T00:00:00Z'),
    ruleAt('prod/b', { host: HOST, exportTo: ['.', 'x'] }, '2024-02-01T00:00:00Z'),
    ruleAt('prod/c', { host: HOST, exportTo: ['*'], ...MUTUAL }, '2024-03-01T00:00:00Z'),
  ], []],
  ['D16: backend policies lose nothing: they fill gaps', [
    ruleAt('prod/a', { host: HOST, ...MUTUAL }, OLD),
    { ...ruleAt('prod/b', { host: HOST, ...DISABLE }), metadata: { name: 'b', namespace: 'prod', annotations: { 'internal.istio.io/parents': 'x' } } },
  ], []],
  ['copies of one object are alternatives, not rivals', [ruleAt('prod/a', { host: HOST, ...MUTUAL }), ruleAt('prod/a', { host: HOST, ...DISABLE })], []],
];

describe('mergeLosses', () => {
  test.each(rows)('%s', (_, rules, expected) => {
    expect(told(rules)).toEqual(expected);
    expect(told([...rules].reverse())).toEqual(expected);
  });
});
