import fc from 'fast-check';
import { policies, rules } from './arbitrary-objects';
import { admitDestinationRule } from '../../../src/istio/admission/admit-destination-rule';
import { admitPeerAuthentication } from '../../../src/istio/admission/admit-peer-authentication';
import { Verdict } from '../../../src/istio/admission/objection';
import { crdRefuses } from '../../crds/crd-oracle';

// The schema interpreter and the hand-written CEL rules against ajv and a CEL evaluator, over the same crds/.

const RUNS = 3000;
const refusedByCrd = ({ refusals }: Verdict) => refusals.some(({ refusedBy }) => refusedBy.includes('crd'));

describe.each([
  ['PeerAuthentication', policies, admitPeerAuthentication],
  ['DestinationRule', rules, admitDestinationRule],
] as const)('%s', (kind, objects: fc.Arbitrary<unknown>, admit) => {
  const samples = fc.sample(objects, RUNS).map(object => JSON.parse(JSON.stringify(object)) as unknown);

  test('the CRD gate refuses what the CRD refuses, and nothing else', () => {
    const expected = crdRefuses(kind, samples);
    const disagreements = samples.filter((object, index) => refusedByCrd(admit(object)) !== expected[index]);
    expect(disagreements.slice(0, 3).map(object => JSON.stringify(object))).toEqual([]);
    // Neither answer may be rare, or the comparison says little.
    expect(expected.filter(refused => refused).length).toBeGreaterThan(RUNS / 15);
    expect(expected.filter(refused => !refused).length).toBeGreaterThan(RUNS / 15);
  });
});
