import fc from 'fast-check';
import { dump } from 'js-yaml';
import { stringify } from 'yaml';
import { lookAt, READ_KINDS } from '../../src/files/look';
import { isAnalysedKind } from '../../src/istio/model/read/analysed-kinds';

const GROUPS = [
  'v1', 'apps/v1', 'batch/v1', 'security.istio.io/v1', 'networking.istio.io/v1', 'gateway.networking.k8s.io/v1', 'networking.k8s.io/v1', 'argoproj.io/v1alpha1',
  'apps.openshift.io/v1', 'admissionregistration.k8s.io/v1', 'apiregistration.k8s.io/v1', 'apiextensions.k8s.io/v1',
];

test('knows every kind that the model reads', () => {
  const read = [...READ_KINDS].filter((kind) => GROUPS.some((group) => isAnalysedKind(group, kind)));
  expect(read).toEqual([...READ_KINDS]);
});

test.each([
  ['a plain kind', 'kind: Service\n', { sight: 'kind', kind: 'Service' }],
  ['behind other keys', 'apiVersion: v1\nmetadata:\n  name: x\nkind: Service # c\n', { sight: 'kind', kind: 'Service' }],
  ['in quotes', 'kind: "Service"\n', { sight: 'kind', kind: 'Service' }],
  ['with Windows line ends', 'apiVersion: v1\r\nkind: Service\r\n', { sight: 'kind', kind: 'Service' }],
  ['a list', 'kind: ServiceList\n', { sight: 'kind', kind: 'ServiceList' }],
  ['another kind', 'kind: ConfigMap\ndata:\n  a: |\n    kind: Service\n', { sight: 'other' }],
  ['another kind and one that counts', 'kind: ConfigMap\nkind: Service\n', { sight: 'kind', kind: 'Service' }],
  ['a kind further in only', 'roleRef:\n  kind: Service\n', { sight: 'unclear' }],
  ['flow style', '{kind: Service}\n', { sight: 'unclear' }],
  ['JSON', '{"kind": "Service"}\n', { sight: 'unclear' }],
  ['a quoted key', '"kind": Service\n', { sight: 'unclear' }],
  ['an explicit key', '? kind\n: Service\n', { sight: 'unclear' }],
  ['an alias', 'a: &k Service\nkind: *k\n', { sight: 'unclear' }],
  ['an anchor', 'kind: &k Service\n', { sight: 'unclear' }],
  ['a tag', 'kind: !!str Service\n', { sight: 'unclear' }],
  ['the value on the next line', 'kind:\n  Service\n', { sight: 'unclear' }],
  ['escapes', '"kind": "Serv\\x69ce"\n', { sight: 'unclear' }],
  ['no object at all', 'a: 1\n', { sight: 'none' }],
])('%s', (_, text, look) => expect(lookAt(text)).toEqual(look));

test('an item of a List has its keys further in', () => {
  expect(lookAt('  kind: Service\n  spec:\n    kind: Pod\n', 2)).toEqual({ sight: 'kind', kind: 'Service' });
  expect(lookAt('  kind: ConfigMap\n  x:\n    kind: Service\n', 2)).toEqual({ sight: 'other' });
});

test('an object that counts is never passed over, however it is written', () => {
  const object = fc.record({ kind: fc.constantFrom(...READ_KINDS, 'List', 'PodList'), metadata: fc.object(), data: fc.constantFrom('kind: ConfigMap\n', 'x') });
  const writer = fc.constantFrom(
    (value: unknown) => JSON.stringify(value),
    (value: unknown) => JSON.stringify(value, null, 2),
    (value: unknown) => stringify(value),
    (value: unknown) => stringify(value, { collectionStyle: 'flow' }),
    (value: unknown) => stringify(value, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'QUOTE_SINGLE' }),
    (value: unknown) => stringify(value, { lineWidth: 10, indent: 3 }),
    (value: unknown) => dump(value, { sortKeys: true }),
    (value: unknown) => dump(value, { flowLevel: 1, forceQuotes: true }),
  );
  fc.assert(fc.property(object, writer, (value, write) => ['kind', 'unclear'].includes(lookAt(write(value)).sight)), { numRuns: 2000 });
});
