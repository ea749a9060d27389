import { annotatedAcknowledgements } from '../../src/findings/acknowledgement-annotations';

const KEY = 'cdk8s-istio-mtls/acknowledge.MTLS506';

test.each([
  ['nothing', {}, []],
  ['annotations of others', { 'cdk8s-istio-mtls/owner': 'payments', 'example.com/acknowledge.MTLS506': 'no' }, []],
  ['a reason', { [KEY]: 'vendor binary' }, [{ id: 'MTLS506', reason: 'vendor binary', until: undefined, path: `metadata.annotations["${KEY}"]` }]],
  ['a reason with an end', { [`${KEY}.until`]: '2027-03-31', [KEY]: 'vendor binary' }, [
    { id: 'MTLS506', reason: 'vendor binary', until: '2027-03-31', path: `metadata.annotations["${KEY}"]` },
  ]],
  ['a reason before its end', { [KEY]: 'vendor binary', [`${KEY}.until`]: '2027-03-31' }, [
    { id: 'MTLS506', reason: 'vendor binary', until: '2027-03-31', path: `metadata.annotations["${KEY}"]` },
  ]],
  ['an end without reason', { [`${KEY}.until`]: '2027-03-31' }, [
    { id: 'MTLS506', reason: '', until: '2027-03-31', path: `metadata.annotations["${KEY}.until"]` },
  ]],
  ['two ids', { [KEY]: 'one', 'cdk8s-istio-mtls/acknowledge.MTLS302': 'two' }, [
    { id: 'MTLS506', reason: 'one', until: undefined, path: `metadata.annotations["${KEY}"]` },
    { id: 'MTLS302', reason: 'two', until: undefined, path: 'metadata.annotations["cdk8s-istio-mtls/acknowledge.MTLS302"]' },
  ]],
])('%s', (_, annotations, expected) => {
  expect(annotatedAcknowledgements({ annotations: new Map(Object.entries(annotations)) })).toEqual(expected);
});
