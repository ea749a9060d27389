import { labels, meshOf, placeOf, ruleAt, Written } from './support/mesh-of';
import { ProfileInput } from '../../../src/istio/model/profile';
import { selectRule } from '../../../src/istio/rule-selection/select-rule';

const HOST = 'reviews.prod.svc.cluster.local';
const DISABLE = { trafficPolicy: { tls: { mode: 'DISABLE' } } };
const MUTUAL = { trafficPolicy: { tls: { mode: 'ISTIO_MUTUAL' } } };
const POOL = { trafficPolicy: { connectionPool: { tcp: { maxConnections: 7 } } } };
const OLD = '2024-01-01T00:00:00Z';
const NEW = '2024-06-01T00:00:00Z';

type Row = readonly [name: string, rules: readonly Written[], asked: Asked];

interface Asked {
  readonly client?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly host?: string;
  readonly service?: string;
  readonly profile?: ProfileInput;
  /** Merged objects, in order; empty: no rule. */
  readonly from: readonly string[];
  readonly tls?: string;
  readonly place?: string;
  readonly ambiguous?: boolean;
}

const rows: readonly Row[] = [
  [
    'D2: an equal host beats a longer-looking wildcard',
    [ruleAt('prod/wide', { host: '*.prod.svc.cluster.local', ...DISABLE }), ruleAt('prod/exact', { host: HOST, ...MUTUAL })],
    { from: ['prod/exact'], tls: 'ISTIO_MUTUAL', place: 'service' },
  ],
  [
    'D2: the wildcard host compares text without dots in mind',
    [ruleAt('prod/wide', { host: '*views.prod.svc.cluster.local', ...DISABLE })],
    { from: ['prod/wide'], tls: 'DISABLE', place: 'service' },
  ],
  [
    'D2: comparison is case-sensitive',
    [ruleAt('prod/exact', { host: 'Reviews.prod.svc.cluster.local', ...DISABLE })],
    { from: [] },
  ],
  [
    'D2: a wildcard service host meets wider wildcards, not the specific rule',
    [ruleAt('prod/one', { host: 'a.example.com', ...DISABLE }), ruleAt('prod/all', { host: '*.com', ...MUTUAL })],
    { host: '*.example.com', from: ['prod/all'], tls: 'ISTIO_MUTUAL', place: 'service' },
  ],
  [
    'D2: a wildcard rule does not match a wider wildcard service host',
    [ruleAt('prod/narrow', { host: '*.a.example.com', ...DISABLE })],
    { host: '*.example.com', from: [] },
  ],
  [
    'D3: the client namespace comes first, whatever the host',
    [ruleAt('shop/all', { host: '*', ...DISABLE }), ruleAt('prod/reviews', { host: 'reviews', ...MUTUAL })],
    { from: ['shop/all'], tls: 'DISABLE', place: 'client' },
  ],
  [
    'D3: a service rule without tls hides the root one',
    [ruleAt('istio-system/all', { host: '*', ...MUTUAL }), ruleAt('prod/reviews', { host: 'reviews', ...POOL })],
    { from: ['prod/reviews'], place: 'service' },
  ],
  [
    'D3: root comes last',
    [ruleAt('istio-system/all', { host: '*', ...MUTUAL })],
    { from: ['istio-system/all'], tls: 'ISTIO_MUTUAL', place: 'root' },
  ],
  [
    'D4: a client in root skips the public rules of root first',
    [ruleAt('istio-system/all', { host: '*', ...DISABLE }), ruleAt('prod/reviews', { host: 'reviews', ...MUTUAL })],
    { client: 'istio-system', from: ['prod/reviews'], tls: 'ISTIO_MUTUAL', place: 'service' },
  ],
  [
    'D4: a client in root takes private rules of root first, by name of the namespace too',
    [ruleAt('istio-system/all', { host: '*', exportTo: ['istio-system'], ...DISABLE }), ruleAt('prod/reviews', { host: 'reviews', ...MUTUAL })],
    { client: 'istio-system', from: ['istio-system/all'], tls: 'DISABLE', place: 'client' },
  ],
  [
    'D4: another root namespace',
    [ruleAt('istio-system/all', { host: '*', ...DISABLE }), ruleAt('mesh/all', { host: '*', ...MUTUAL })],
    { profile: { rootNamespace: 'mesh' }, from: ['mesh/all'], tls: 'ISTIO_MUTUAL', place: 'root' },
  ],
  [
    'D5: a fourth namespace is never asked, although it exports to the client',
    [ruleAt('platform/reviews', { host: HOST, exportTo: ['shop'], ...MUTUAL })],
    { from: [] },
  ],
  [
    'D6: a rule for others is invisible at home',
    [ruleAt('shop/reviews', { host: HOST, exportTo: ['other'], ...MUTUAL })],
    { from: [] },
  ],
  [
    'D7: the mesh default makes silent rules private',
    [ruleAt('prod/reviews', { host: HOST, ...MUTUAL })],
    { profile: { defaultRuleExportTo: ['.'] }, from: [] },
  ],
  [
    'D7: private rules still serve their own namespace',
    [ruleAt('prod/reviews', { host: HOST, ...MUTUAL })],
    { profile: { defaultRuleExportTo: ['.'] }, client: 'prod', from: ['prod/reviews'], tls: 'ISTIO_MUTUAL', place: 'client' },
  ],
  [
    'D8: a hidden exact host masks a visible wildcard, and the search goes on to root',
    [
      ruleAt('prod/exact', { host: HOST, exportTo: ['else'], ...DISABLE }),
      ruleAt('prod/wide', { host: '*.prod.svc.cluster.local', ...DISABLE }),
      ruleAt('istio-system/all', { host: '*.local', ...MUTUAL }),
    ],
    { from: ['istio-system/all'], tls: 'ISTIO_MUTUAL', place: 'root' },
  ],
  [
    'D10: the older policy stays whole, the newer gives subsets',
    [
      ruleAt('prod/new', { host: HOST, ...MUTUAL, subsets: [{ name: 'v2' }] }, NEW),
      ruleAt('prod/old', { host: 'reviews', ...POOL, subsets: [{ name: 'v1' }] }, OLD),
    ],
    { from: ['prod/old', 'prod/new'], place: 'service' },
  ],
  [
    'D10: the newer policy fills a gap',
    [ruleAt('prod/new', { host: HOST, ...MUTUAL }, NEW), ruleAt('prod/old', { host: HOST, subsets: [{ name: 'v1' }] }, OLD)],
    { from: ['prod/old', 'prod/new'], tls: 'ISTIO_MUTUAL', place: 'service' },
  ],
  [
    'D9: without timestamps the name decides, and it is said',
    [ruleAt('prod/b', { host: HOST, ...MUTUAL }), ruleAt('prod/a', { host: HOST, ...DISABLE })],
    { from: ['prod/a', 'prod/b'], tls: 'DISABLE', place: 'service', ambiguous: true },
  ],
  [
    'D9: equal timestamps: the name decides for good',
    [ruleAt('prod/b', { host: HOST, ...MUTUAL }, OLD), ruleAt('prod/a', { host: HOST, ...DISABLE }, OLD)],
    { from: ['prod/a', 'prod/b'], tls: 'DISABLE', place: 'service' },
  ],
  [
    'D9: age without a difference is not ambiguous',
    [ruleAt('prod/b', { host: HOST, ...MUTUAL }), ruleAt('prod/a', { host: HOST, subsets: [{ name: 'v1' }] })],
    { from: ['prod/a', 'prod/b'], tls: 'ISTIO_MUTUAL', place: 'service' },
  ],
  [
    'D9: two versions of a subset are a difference',
    [
      ruleAt('prod/b', { host: HOST, subsets: [{ name: 'v1', ...MUTUAL }] }),
      ruleAt('prod/a', { host: HOST, subsets: [{ name: 'v1', ...DISABLE }] }),
    ],
    { from: ['prod/a', 'prod/b'], place: 'service', ambiguous: true },
  ],
  [
    'D11: entries kept apart: the newest is used',
    [ruleAt('prod/old', { host: HOST, exportTo: ['*'], ...DISABLE }, OLD), ruleAt('prod/new', { host: HOST, exportTo: ['shop'], ...MUTUAL }, NEW)],
    { from: ['prod/new'], tls: 'ISTIO_MUTUAL', place: 'service' },
  ],
  [
    'D11: entries kept apart by unknown age are ambiguous',
    [ruleAt('prod/a', { host: HOST, exportTo: ['*'], ...DISABLE }), ruleAt('prod/b', { host: HOST, exportTo: ['shop'], ...MUTUAL })],
    { from: ['prod/b'], tls: 'ISTIO_MUTUAL', place: 'service', ambiguous: true },
  ],
  [
    'D11: a third rule with the export of the first melts into it and stands alone too',
    [
      ruleAt('prod/a', { host: HOST, exportTo: ['*'], ...POOL }, '2024-01-01T00:00:00Z'),
      ruleAt('prod/b', { host: HOST, exportTo: ['shop'], ...DISABLE }, '2024-02-01T00:00:00Z'),
      ruleAt('prod/c', { host: HOST, exportTo: ['*'], ...MUTUAL }, '2024-03-01T00:00:00Z'),
    ],
    { from: ['prod/c'], tls: 'ISTIO_MUTUAL', place: 'service' },
  ],
  [
    'D12: a wider export is swallowed, so that the added namespace sees nothing',
    [ruleAt('prod/a', { host: HOST, exportTo: ['x'], ...DISABLE }, OLD), ruleAt('prod/b', { host: HOST, exportTo: ['x', 'shop'], ...MUTUAL }, NEW)],
    { from: [] },
  ],
  [
    'D12: the namespace that both name sees the older one',
    [ruleAt('prod/a', { host: HOST, exportTo: ['x'], ...DISABLE }, OLD), ruleAt('prod/b', { host: HOST, exportTo: ['x', 'shop'], ...MUTUAL }, NEW)],
    { client: 'x', from: ['prod/a', 'prod/b'], tls: 'DISABLE', place: 'service' },
  ],
  [
    'D13: the first matching selector wins over the general rule',
    [
      ruleAt('shop/all', { host: HOST, ...MUTUAL }, OLD),
      ruleAt('shop/cart', { host: HOST, workloadSelector: { matchLabels: { app: 'cart' } }, ...DISABLE }, NEW),
    ],
    { labels: { app: 'cart' }, from: ['shop/cart'], tls: 'DISABLE', place: 'client' },
  ],
  [
    'D13: other workloads take the general rule',
    [
      ruleAt('shop/all', { host: HOST, ...MUTUAL }, OLD),
      ruleAt('shop/cart', { host: HOST, workloadSelector: { matchLabels: { app: 'cart' } }, ...DISABLE }, NEW),
    ],
    { labels: { app: 'other' }, from: ['shop/all'], tls: 'ISTIO_MUTUAL', place: 'client' },
  ],
  [
    'D13: a selector that does not match ends the search all the same',
    [
      ruleAt('shop/cart', { host: HOST, workloadSelector: { matchLabels: { app: 'cart' } }, ...DISABLE }),
      ruleAt('prod/reviews', { host: HOST, ...MUTUAL }),
    ],
    { labels: { app: 'other' }, from: [], place: 'client' },
  ],
  [
    'D13: a selector rule never leaves its namespace, whatever it exports',
    [ruleAt('prod/sel', { host: HOST, exportTo: ['*'], workloadSelector: { matchLabels: { app: 'cart' } }, ...DISABLE })],
    { labels: { app: 'cart' }, from: [] },
  ],
  [
    'D13: age between two selectors that both match is a difference',
    [
      ruleAt('shop/a', { host: HOST, workloadSelector: { matchLabels: { app: 'cart' } }, ...DISABLE }),
      ruleAt('shop/b', { host: HOST, workloadSelector: { matchLabels: { tier: 'web' } }, ...MUTUAL }),
    ],
    { labels: { app: 'cart', tier: 'web' }, from: ['shop/a'], tls: 'DISABLE', place: 'client', ambiguous: true },
  ],
  [
    'D13: age between selectors that do not both match is none',
    [
      ruleAt('shop/a', { host: HOST, workloadSelector: { matchLabels: { app: 'cart' } }, ...DISABLE }),
      ruleAt('shop/b', { host: HOST, workloadSelector: { matchLabels: { tier: 'web' } }, ...MUTUAL }),
    ],
    { labels: { app: 'cart' }, from: ['shop/a'], tls: 'DISABLE', place: 'client' },
  ],
  [
    'D14: an empty selector takes every workload of the namespace',
    [ruleAt('shop/all', { host: HOST, ...MUTUAL }), ruleAt('shop/each', { host: HOST, workloadSelector: {}, ...DISABLE })],
    { from: ['shop/each'], tls: 'DISABLE', place: 'client' },
  ],
  [
    'D15: equal selectors merge, oldest first',
    [
      ruleAt('shop/a', { host: HOST, workloadSelector: { matchLabels: { app: 'cart' } }, subsets: [{ name: 'v1' }] }, NEW),
      ruleAt('shop/b', { host: HOST, workloadSelector: { matchLabels: { app: 'cart' } }, ...MUTUAL }, OLD),
    ],
    { labels: { app: 'cart' }, from: ['shop/b', 'shop/a'], tls: 'ISTIO_MUTUAL', place: 'client' },
  ],
  [
    'D15: a general rule with `.` among others fills the selected entry and stays',
    [
      ruleAt('shop/sel', { host: HOST, workloadSelector: { matchLabels: { app: 'cart' } }, subsets: [{ name: 'v1' }] }),
      ruleAt('shop/all', { host: HOST, exportTo: ['.', 'x'], ...MUTUAL }),
    ],
    { labels: { app: 'cart' }, from: ['shop/sel', 'shop/all'], tls: 'ISTIO_MUTUAL', place: 'client' },
  ],
  [
    'D15: ... for the other workloads',
    [
      ruleAt('shop/sel', { host: HOST, workloadSelector: { matchLabels: { app: 'cart' } }, subsets: [{ name: 'v1' }] }),
      ruleAt('shop/all', { host: HOST, exportTo: ['.', 'x'], ...MUTUAL }),
    ],
    { from: ['shop/all'], tls: 'ISTIO_MUTUAL', place: 'client' },
  ],
  [
    'D15: a general rule without exportTo fills nothing',
    [
      ruleAt('shop/sel', { host: HOST, workloadSelector: { matchLabels: { app: 'cart' } }, subsets: [{ name: 'v1' }] }),
      ruleAt('shop/all', { host: HOST, ...MUTUAL }),
    ],
    { labels: { app: 'cart' }, from: ['shop/sel'], place: 'client' },
  ],
  [
    'D15: a general rule with exactly `.` is swallowed: the other workloads have no rule',
    [
      ruleAt('shop/sel', { host: HOST, workloadSelector: { matchLabels: { app: 'cart' } }, ...DISABLE }),
      ruleAt('shop/all', { host: HOST, exportTo: ['.'], ...MUTUAL }),
    ],
    { from: [], place: 'client' },
  ],
  [
    'D1: a short name belongs to the namespace of its rule',
    [ruleAt('shop/reviews', { host: 'reviews', ...MUTUAL })],
    { from: [] },
  ],
  [
    'nothing is known of the service namespace: root answers',
    [ruleAt('prod/reviews', { host: HOST, ...DISABLE }), ruleAt('istio-system/all', { host: '*', ...MUTUAL })],
    { service: '', from: ['istio-system/all'], tls: 'ISTIO_MUTUAL', place: 'root' },
  ],
];

describe('selectRule', () => {
  test.each(rows)('%s', (_, rules, row) => {
    const mesh = meshOf(rules, row.profile);
    const answer = selectRule(mesh, {
      client: { namespace: row.client ?? 'shop', labels: labels(row.labels) },
      service: { host: row.host ?? HOST, namespace: row.service === '' ? undefined : row.service ?? 'prod' },
    });
    expect({
      from: answer.rule?.from.map(placeOf) ?? [],
      tls: answer.rule?.trafficPolicy?.tls?.mode,
      place: answer.place,
      ambiguous: answer.ambiguous,
    }).toEqual({ from: row.from, tls: row.tls, place: row.place, ambiguous: row.ambiguous ?? false });
  });

  test('clients and services of an unknown namespace find each other\'s rules', () => {
    const rule = { apiVersion: 'networking.istio.io/v1', kind: 'DestinationRule', metadata: { name: 'all' }, spec: { host: '*', ...MUTUAL } };
    const answer = selectRule(meshOf([rule]), { client: { namespace: undefined, labels: labels() }, service: { host: HOST, namespace: undefined } });
    expect(answer.rule?.rule.name).toBe('all');
    expect(answer.place).toBe('client');
  });

  test('the answer names the rules that it used', () => {
    const rules = [ruleAt('shop/a', { host: HOST, ...MUTUAL }), ruleAt('shop/b', { host: HOST, workloadSelector: {} })];
    const ask = (namespace: string) => selectRule(meshOf(rules), { client: { namespace, labels: labels() }, service: { host: HOST, namespace: 'shop' } });
    expect(ask('shop').rules).toEqual(['sidecar.md D2', 'sidecar.md D3', 'sidecar.md D11', 'sidecar.md D13']);
    expect(ask('prod').rules).toEqual(['sidecar.md D2', 'sidecar.md D3']);
    expect(selectRule(meshOf([]), { client: { namespace: 'shop', labels: labels() }, service: { host: HOST, namespace: 'shop' } }).rules).toEqual(['sidecar.md D3']);
  });
});
