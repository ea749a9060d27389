import { findingWith } from './finding-with';
import { applyBaseline, baselineOf, fingerprint, readBaseline, writeBaseline } from '../../src/findings/baseline';

const object = findingWith().object;
const first = findingWith({ id: 'MTLS302', path: 'spec.selector' });
const second = findingWith({ id: 'MTLS506', mesh: 'staging', object: { ...object, namespace: undefined } });

const TEXT = `{
  "version": 1,
  "findings": [
    {"id":"MTLS302","mesh":"default","object":"PeerAuthentication production/default","path":"spec.selector"},
    {"id":"MTLS506","mesh":"staging","object":"PeerAuthentication default","path":""}
  ]
}
`;

test('is written with a line for each finding', () => {
  expect(writeBaseline(baselineOf([first, second]))).toBe(TEXT);
});

test('is read as it was written', () => {
  expect(readBaseline(TEXT)).toEqual(baselineOf([first, second]));
  expect(readBaseline(writeBaseline(baselineOf([])))).toEqual({ version: 1, findings: [] });
});

test('keeps old findings quiet and new ones loud', () => {
  const fresh = findingWith({ id: 'MTLS302', path: 'spec.mtls' });
  expect(applyBaseline([first, fresh, second], readBaseline(TEXT))).toEqual({ fresh: [fresh], known: [first, second] });
});

test('keeps every finding loud without a baseline', () => {
  expect(applyBaseline([first], undefined)).toEqual({ fresh: [first], known: [] });
});

test.each([
  ['its words', { message: 'other', fix: 'other' }, true],
  ['its severity', { severity: 'error' }, true],
  ['its place in the file', { origin: { file: 'moved.yaml', document: 7 } }, true],
  ['its API version', { object: { ...object, apiVersion: 'security.istio.io/v1beta1' } }, true],
  ['its mesh', { mesh: 'other' }, false],
  ['its path', { path: 'spec' }, false],
  ['its id', { id: 'MTLS301' }, false],
  ['its kind', { object: { ...object, kind: 'DestinationRule' } }, false],
  ['its namespace', { object: { ...object, namespace: 'other' } }, false],
  ['its name', { object: { ...object, name: 'other' } }, false],
] as const)('when %s changes, a finding is known: %#', (_, change, stays) => {
  const { known } = applyBaseline([{ ...first, ...change }], baselineOf([first]));
  expect(known.length === 1).toBe(stays);
});

test('an entry keeps one finding quiet, not all of its kind', () => {
  expect(applyBaseline([first, first, first], baselineOf([first, first]))).toEqual({ fresh: [first], known: [first, first] });
});

test.each(['MTLS001', 'MTLS002'])('%s is never quiet', (id) => {
  const finding = findingWith({ id });
  expect(applyBaseline([finding], baselineOf([finding]))).toEqual({ fresh: [finding], known: [] });
});

test('a fingerprint separates its parts', () => {
  const entry = { id: 'MTLS201', mesh: 'a', object: 'b', path: 'c' };
  expect(fingerprint(entry)).toBe('["MTLS201","a","b","c"]');
  expect(fingerprint({ ...entry, mesh: 'a","b' })).not.toBe(fingerprint({ ...entry, object: 'b","c' }));
});

test.each([
  ['{', 'the baseline is not JSON: '],
  ['[]', 'the baseline has version [], only 1 is known; write it anew'],
  ['null', 'the baseline has version null, only 1 is known; write it anew'],
  ['{"version":2,"findings":[]}', 'the baseline has version 2, only 1 is known; write it anew'],
  ['{"version":1}', 'the baseline has no list called findings; write it anew'],
  ['{"version":1,"findings":[{"id":"MTLS201","mesh":"m","object":"o"}]}', "the baseline's findings[0].path is undefined, a text is needed; write it anew"],
  ['{"version":1,"findings":["x"]}', "the baseline's findings[0].id is undefined, a text is needed; write it anew"],
])('refuses %s', (text, message) => {
  expect(() => readBaseline(text)).toThrow(message);
});
