import { labels, meshOf, ruleAt, Written } from './support/mesh-of';
import { resolvedPolicy } from '../../../src/istio/rule-selection/resolved-policy';
import { selectRule } from '../../../src/istio/rule-selection/select-rule';

const HOST = 'reviews.prod.svc.cluster.local';
const tls = (mode: string) => ({ tls: { mode } });
const port = (number: number, entry: Written) => ({ port: { number }, ...entry });
const POOL = { connectionPool: { tcp: { maxConnections: 7 } } };

type Row = readonly [name: string, written: WrittenRow];

interface WrittenRow {
  readonly policy?: Written;
  readonly subset?: Written;
  readonly servicePort?: number;
  readonly asked?: string;
  readonly tls: string | undefined;
  readonly loadBalancer?: string;
  readonly from: string;
}

const rows: readonly Row[] = [
  ['a rule without policy is silent', { tls: undefined, from: 'rule' }],
  ['E2: no entry for the port', { policy: { ...tls('SIMPLE'), portLevelSettings: [port(81, tls('DISABLE'))] }, tls: 'SIMPLE', from: 'rule' }],
  ['E2: the entry of the port', { policy: { ...tls('SIMPLE'), portLevelSettings: [port(80, tls('DISABLE'))] }, tls: 'DISABLE', from: 'rule-port' }],
  ['E2: an entry without tls wipes the tls of the rule', { policy: { ...tls('SIMPLE'), portLevelSettings: [port(80, POOL)] }, tls: undefined, from: 'rule-port' }],
  ['E2: the first entry of a number wins', { policy: { portLevelSettings: [port(80, POOL), port(80, tls('DISABLE'))] }, tls: undefined, from: 'rule-port' }],
  ['E2: an entry without number matches nothing', { policy: { ...tls('SIMPLE'), portLevelSettings: [{ port: {}, ...tls('DISABLE') }] }, tls: 'SIMPLE', from: 'rule' }],
  ['E2: the load balancer goes with the entry', { policy: { loadBalancer: { simple: 'PASSTHROUGH' }, portLevelSettings: [port(80, tls('SIMPLE'))] }, tls: 'SIMPLE', from: 'rule-port' }],
  ['E3: a subset without policy takes the rule', { policy: tls('SIMPLE'), subset: {}, asked: 'v1', tls: 'SIMPLE', from: 'rule' }],
  ['E3: an unknown subset takes the rule', { policy: tls('SIMPLE'), subset: { trafficPolicy: tls('DISABLE') }, asked: 'v2', tls: 'SIMPLE', from: 'rule' }],
  ['E3: a silent subset inherits', { policy: tls('SIMPLE'), subset: { trafficPolicy: POOL }, asked: 'v1', tls: 'SIMPLE', from: 'rule' }],
  ['E3: a subset with tls decides', { policy: tls('SIMPLE'), subset: { trafficPolicy: tls('ISTIO_MUTUAL') }, asked: 'v1', tls: 'ISTIO_MUTUAL', from: 'subset' }],
  ['E3: the subset is not asked without a subset', { policy: tls('SIMPLE'), subset: { trafficPolicy: tls('ISTIO_MUTUAL') }, tls: 'SIMPLE', from: 'rule' }],
  [
    'E3: the tls of a subset beats the port tls of the rule',
    { policy: { portLevelSettings: [port(80, tls('SIMPLE'))] }, subset: { trafficPolicy: tls('DISABLE') }, asked: 'v1', tls: 'DISABLE', from: 'subset' },
  ],
  [
    'E3: a silent subset inherits the port entry of the rule, also a silent one',
    { policy: { ...tls('SIMPLE'), portLevelSettings: [port(80, POOL)] }, subset: { trafficPolicy: POOL }, asked: 'v1', tls: undefined, from: 'rule-port' },
  ],
  [
    'E3: a port entry of the subset replaces everything',
    { policy: { ...tls('SIMPLE'), loadBalancer: { simple: 'PASSTHROUGH' } }, subset: { trafficPolicy: { ...tls('DISABLE'), portLevelSettings: [port(80, POOL)] } }, asked: 'v1', tls: undefined, from: 'subset-port' },
  ],
  [
    'E3: the subset alone, if the rule has no policy',
    { subset: { trafficPolicy: { portLevelSettings: [port(80, tls('MUTUAL'))] } }, asked: 'v1', tls: 'MUTUAL', from: 'subset-port' },
  ],
  [
    'E3: the load balancer is inherited on its own',
    { policy: { loadBalancer: { simple: 'PASSTHROUGH' } }, subset: { trafficPolicy: tls('DISABLE') }, asked: 'v1', tls: 'DISABLE', loadBalancer: 'PASSTHROUGH', from: 'subset' },
  ],
  ['B1: a block without mode means DISABLE', { policy: { tls: {} }, tls: 'DISABLE', from: 'rule' }],
];

describe('resolvedPolicy', () => {
  test.each(rows)('%s', (_, row) => {
    const subsets = row.subset === undefined ? [] : [{ name: 'v1', labels: { version: 'v1' }, ...row.subset }];
    const mesh = meshOf([ruleAt('prod/reviews', { host: HOST, subsets, ...(row.policy === undefined ? {} : { trafficPolicy: row.policy }) })]);
    const { rule } = selectRule(mesh, { client: { namespace: 'prod', labels: labels() }, service: { host: HOST, namespace: 'prod' } });
    const resolved = resolvedPolicy(rule, row.servicePort ?? 80, row.asked);
    expect({ tls: resolved.tls?.mode, loadBalancer: resolved.loadBalancer, from: resolved.from })
      .toEqual({ tls: row.tls, loadBalancer: row.loadBalancer, from: row.from });
  });

  test('no rule at all is silent', () => {
    expect(resolvedPolicy(undefined, 80, 'v1')).toEqual({ tls: undefined, loadBalancer: undefined, from: 'rule' });
  });
});
