import { labels, meshOf, ruleAt } from './support/mesh-of';
import { selectRule } from '../../../src/istio/rule-selection/select-rule';
import { withRuleCopy } from '../../../src/istio/rule-selection/with-rule-copy';

const HOST = 'reviews.prod.svc.cluster.local';
const question = { client: { namespace: 'shop', labels: labels() }, service: { host: HOST, namespace: 'prod' } };

test('each copy of a rule can be asked for on its own', () => {
  const written = ['DISABLE', 'ISTIO_MUTUAL'].map((mode) => ruleAt('prod/reviews', { host: HOST, trafficPolicy: { tls: { mode } } }));
  const mesh = meshOf(written);
  expect(selectRule(mesh, question).ambiguous).toBe(true);
  expect(selectRule(mesh, question).rule?.from).toHaveLength(1);
  for (const rule of mesh.rules) {
    const answer = selectRule(withRuleCopy(mesh, rule), question);
    expect(answer.rule?.rule).toBe(rule);
    expect(answer.ambiguous).toBe(false);
  }
});

test('a rule without copies leaves the mesh as it is', () => {
  const mesh = meshOf([ruleAt('prod/reviews', { host: HOST })]);
  expect(withRuleCopy(mesh, mesh.rules[0])).toBe(mesh);
});
