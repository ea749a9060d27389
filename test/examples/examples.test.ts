import { crdRefuses } from '../crds/crd-oracle';
import { allManifestsIn, expected, synthesise } from './support/example';

const EXAMPLES = ['production', 'scenarios', 'platform'];
const ISTIO_KINDS = ['PeerAuthentication', 'DestinationRule'];

describe.each(EXAMPLES)('%s', (example) => {
  test('cdk8s synth writes what is committed, to the byte', () => {
    expect(synthesise(example)).toEqual(expected(example));
  });

  test.each(ISTIO_KINDS)('the CRD accepts each %s', (kind) => {
    const objects = allManifestsIn(expected(example)).filter((manifest) => manifest.kind === kind);
    expect(objects.length).toBeGreaterThan(0);
    expect(crdRefuses(kind, objects)).toEqual(objects.map(() => false));
  });
});
