import fc from 'fast-check';
import { question, rulesOfMesh } from './support/arbitrary-rules';
import { labels, meshOf, placeOf, ruleAt, Written } from './support/mesh-of';
import { naiveSelection } from './support/naive-selection';
import { buildSnapshot } from '../../../src/istio/model/build-snapshot';
import { ProfileInput } from '../../../src/istio/model/profile';
import { MeshSnapshot } from '../../../src/istio/model/snapshot';
import { selectRule } from '../../../src/istio/rule-selection/select-rule';

const RUNS = { numRuns: 1000 };
const profile = fc.constantFrom<ProfileInput>({}, { defaultRuleExportTo: ['.'] }, { rootNamespace: 'prod' });

interface Asked {
  readonly client: string;
  readonly service: string;
  readonly host: string;
  readonly podLabels: Readonly<Record<string, string>>;
}

function ask(mesh: MeshSnapshot, { client, service, host, podLabels }: Asked) {
  return selectRule(mesh, { client: { namespace: client, labels: labels(podLabels) }, service: { host, namespace: service } });
}

/** All that the answer says, without identity of objects. */
function told(mesh: MeshSnapshot, asked: Asked) {
  const { rule, list, host, place, ambiguous } = ask(mesh, asked);
  return {
    host,
    place,
    ambiguous,
    from: rule?.from.map(placeOf),
    tls: rule?.trafficPolicy?.tls?.mode,
    list: list.map((entry) => [...entry.from.map(placeOf), ...entry.subsets.map(({ subset }) => subset.name)]),
  };
}

test('the indexed selection equals the naive one', () => {
  fc.assert(fc.property(rulesOfMesh, profile, question, (rules, input, asked) => {
    const mesh = meshOf(rules, input);
    const naive = naiveSelection(mesh.rules, mesh.profile, { ...asked, labels: labels(asked.podLabels) });
    const answer = ask(mesh, asked);
    expect(answer.list.map((entry) => [entry.from, entry.trafficPolicy, entry.subsets.map(({ subset }) => subset.name)]))
      .toEqual(naive.list.map(({ from, policy, subsets }) => [from, policy, subsets]));
    expect(answer.rule?.from).toEqual(naive.entry?.from);
    expect(answer.host).toEqual(naive.host);
  }), RUNS);
});

test('the order of manifests never changes an answer', () => {
  const shuffled = rulesOfMesh.chain((rules) => fc.tuple(fc.constant(rules), fc.shuffledSubarray([...rules], { minLength: rules.length })));
  fc.assert(fc.property(shuffled, question, ([rules, others], asked) => {
    expect(told(meshOf(others), asked)).toEqual(told(meshOf(rules), asked));
  }), RUNS);
});

test('other meshes never change an answer', () => {
  fc.assert(fc.property(rulesOfMesh, rulesOfMesh, question, (rules, strangers, asked) => {
    const manifests = [...rules.map((object) => ({ object, mesh: 'mine' })), ...strangers.map((object) => ({ object, mesh: 'other' }))];
    const mesh = buildSnapshot(manifests, [{ mesh: 'mine' }, { mesh: 'other' }]).meshes.get('mine') as MeshSnapshot;
    expect(told(mesh, asked)).toEqual(told(meshOf(rules, { mesh: 'mine' }), asked));
  }), RUNS);
});

test('rules of a fourth namespace never change an answer', () => {
  const strange = fc.array(rulesOfMesh, { minLength: 1, maxLength: 1 }).map(([rules]) =>
    rules.map((rule, index) => ruleAt(`fourth/r${index}`, rule.spec as Written)));
  fc.assert(fc.property(rulesOfMesh, strange, question, (rules, strangers, asked) => {
    expect(told(meshOf([...rules, ...strangers]), asked)).toEqual(told(meshOf(rules), asked));
  }), RUNS);
});

test('an answer that is not ambiguous does not depend on ages that the manifests leave open', () => {
  const aged = (rules: readonly Written[], days: readonly number[]) => rules.map((rule, index) => {
    const metadata = rule.metadata as Written;
    return { ...rule, metadata: { creationTimestamp: `2023-01-${String(days[index % days.length]).padStart(2, '0')}T00:00:00Z`, ...metadata } };
  });
  const open = rulesOfMesh.map((rules) => rules.map((rule) =>
    ({ ...rule, metadata: { ...(rule.metadata as Written), creationTimestamp: undefined } })));
  const days = fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 14, maxLength: 14 });
  fc.assert(fc.property(open, days, question, (rules, chosen, asked) => {
    const before = ask(meshOf(rules.map((rule) => JSON.parse(JSON.stringify(rule)))), asked);
    fc.pre(!before.ambiguous);
    const written = aged(rules.map((rule) => JSON.parse(JSON.stringify(rule))), chosen);
    const after = ask(meshOf(written), asked);
    const content = ({ rule }: typeof before) => ({
      tls: rule?.trafficPolicy?.tls?.mode,
      subsets: Object.fromEntries((rule?.subsets ?? []).map(({ subset }) => [subset.name, subset.trafficPolicy?.tls?.mode])),
    });
    expect(content(after)).toEqual(content(before));
  }), RUNS);
});
