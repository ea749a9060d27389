import { IstioVersion } from '../../../src/istio/model/profile';
import { holds, rulesFor, versionNotes } from '../../../src/istio/versions/rules-for';
import { VERSION_RULES, VersionRuleId } from '../../../src/istio/versions/version-rules';

const release = (minor: number): { readonly istioVersion: IstioVersion } => ({ istioVersion: { major: 1, minor } });

test('every rule with its floor', () => {
  expect(VERSION_RULES.map(({ id, since, patchedSince }) => [id, since.minor, patchedSince?.minor])).toEqual([
    ['os-ca-roots', 21, undefined], ['v1-api', 22, undefined], ['crd-validation', 23, undefined], ['waypoint-to-sidecar', 24, undefined],
    ['ambient-port-exceptions', 25, 22], ['ambient-strict-ports', 25, 22], ['native-sidecars', 28, undefined], ['secure-metrics-port', 31, undefined],
    ['subset-tls-inheritance', 31, undefined],
  ]);
});

test('every rule says what holds, what held before, and who says so', () => {
  for (const { what, before, source } of VERSION_RULES) {
    expect([what, before]).toEqual([expect.stringMatching(/^\w.{30,}[^.]$/), expect.stringMatching(/^\w.{30,}[^.]$/)]);
    expect(source).toMatch(/^(istio\/\w+#\d+|sidecar\.md E7|Istio 1\.22 release notes)$/);
  }
});

test.each(VERSION_RULES.map(rule => [rule.id, rule.since.minor] as const))('%s: not just before 1.%i, and ever since', (id, minor) => {
  expect(holds(id, release(minor - 1))).not.toBe('yes');
  const later = [release(minor), release(minor + 1), { istioVersion: { major: 2, minor: 0 } }, { istioVersion: undefined }];
  expect(later.map(profile => holds(id, profile))).toEqual(['yes', 'yes', 'yes', 'yes']);
});

test.each<[VersionRuleId, number, string]>([
  ['ambient-strict-ports', 21, 'no'], ['ambient-strict-ports', 22, 'depends'], ['ambient-strict-ports', 24, 'depends'], ['ambient-strict-ports', 25, 'yes'],
  ['native-sidecars', 27, 'no'],
])('%s in 1.%i: %s', (id, minor, expected) => {
  expect(holds(id, release(minor))).toBe(expected);
});

test('a rule that does not exist', () => {
  expect(() => holds('unheard-of' as VersionRuleId, release(30))).toThrow('no version rule is called unheard-of');
});

test('rules that hold for certain', () => {
  expect(rulesFor({ istioVersion: undefined })).toEqual(VERSION_RULES);
  expect(rulesFor(release(24)).map(rule => rule.id)).toEqual(['os-ca-roots', 'v1-api', 'crd-validation', 'waypoint-to-sidecar']);
});

test.each<[IstioVersion | undefined, readonly RegExp[]]>([
  [undefined, []],
  [{ major: 1, minor: 32 }, []],
  [{ major: 1, minor: 33 }, [/^Istio 1\.33 is newer than the model: answers are those of 1\.32$/]],
  [{ major: 1, minor: 30 }, [
    /^in Istio 1\.30, proxies serve metrics .*\(istio\/istio#60391; since 1\.31\)$/, /^in Istio 1\.30, for the choice per endpoint, .*#60792; since 1\.31\)$/,
  ]],
  [{ major: 1, minor: 24 }, [
    /^in early patch releases of 1\.24, in ambient, port exceptions /, /^in early patch releases of 1\.24, in ambient, several STRICT /, /native/, /metrics/, /subset/,
  ]],
  [{ major: 1, minor: 20 }, [
    /^Istio 1\.20 is not modelled: answers are those of 1\.22 and newer$/, /do not verify the server/, /v1beta1 only/, /only the webhook/, /waypoint/,
    /^in Istio 1\.20, in ambient/, /^in Istio 1\.20, in ambient/, /native/, /metrics/, /subset/,
  ]],
])('notes for %j', (istioVersion, notes) => {
  expect(versionNotes({ istioVersion })).toEqual(notes.map(note => expect.stringMatching(note) as string));
});
