import { policyAt } from './support/objects';
import { meshOf, problemsOf } from './support/snapshot-of';
import { Policy } from '../../../src/istio/model/policy';

const APP = { selector: { matchLabels: { app: 'a' } } };

function only(object: unknown, rootNamespace?: string): Policy {
  const { policies } = meshOf([object], { rootNamespace });
  expect(policies).toHaveLength(1);
  return policies[0];
}

test.each([
  ['no selector in the root namespace', 'istio-system/default', {}, 'mesh', 'none'],
  ['a null selector in the root namespace', 'istio-system/default', { selector: null }, 'mesh', 'none'],
  ['an empty selector in the root namespace', 'istio-system/default', { selector: {} }, 'mesh', 'empty'],
  ['a selector without labels in the root namespace', 'istio-system/default', { selector: { matchLabels: {} } }, 'mesh', 'empty'],
  ['labels in the root namespace', 'istio-system/x', APP, 'ignored', 'labels'],
  ['no selector elsewhere', 'prod/any-name', {}, 'namespace', 'none'],
  ['an empty selector elsewhere', 'prod/x', { selector: { matchLabels: null } }, 'namespace', 'empty'],
  ['labels elsewhere', 'prod/x', APP, 'workload', 'labels'],
  ['no selector in the unknown namespace', 'default', {}, 'namespace', 'none'],
  ['labels in the unknown namespace', 'x', APP, 'workload', 'labels'],
])('scope: %s', (_, place, spec, scope, selector) => {
  const policy = only(policyAt(place, spec));
  expect([policy.scope, policy.selector]).toEqual([scope, selector]);
});

test('the root namespace is the profile\'s', () => {
  expect(only(policyAt('istio-system/default', {}), 'mesh-root').scope).toBe('namespace');
  expect(only(policyAt('mesh-root/default', {}), 'mesh-root').scope).toBe('mesh');
});

test.each([
  ['absent', {}, 'UNSET'],
  ['null', { mtls: null }, 'UNSET'],
  ['empty', { mtls: {} }, 'UNSET'],
  ['null mode', { mtls: { mode: null } }, 'UNSET'],
  ['UNSET', { mtls: { mode: 'UNSET' } }, 'UNSET'],
  ['DISABLE', { mtls: { mode: 'DISABLE' } }, 'DISABLE'],
  ['PERMISSIVE', { mtls: { mode: 'PERMISSIVE' } }, 'PERMISSIVE'],
  ['STRICT', { mtls: { mode: 'STRICT' } }, 'STRICT'],
])('mode: %s', (_, spec, mode) => {
  expect(only(policyAt('prod/x', spec)).mode).toBe(mode);
  expect(problemsOf([policyAt('prod/x', spec)])).toEqual([]);
});

test('ports by workload port, each with its own mode', () => {
  const portLevelMtls = { 8080: { mode: 'DISABLE' }, 1: {}, 65535: null, 443: { mode: 'STRICT' } };
  const { ports } = only(policyAt('prod/x', { ...APP, portLevelMtls }));
  expect([...ports]).toEqual([[1, 'UNSET'], [443, 'STRICT'], [8080, 'DISABLE'], [65535, 'UNSET']]);
});

test('matchLabels are kept as they are, whatever the keys', () => {
  const matchLabels: unknown = JSON.parse('{ "__proto__": "p", "constructor": "c", "app": "" }');
  expect([...only(policyAt('prod/x', { selector: { matchLabels } })).matchLabels]).toEqual([['__proto__', 'p'], ['constructor', 'c'], ['app', '']]);
});

test.each([
  ['a lower case mode', { mtls: { mode: 'strict' } }, 'spec.mtls.mode: expected one of UNSET, DISABLE, PERMISSIVE, STRICT, got "strict"'],
  ['mtls as a text', { mtls: 'STRICT' }, 'spec.mtls: expected an object, got "STRICT"'],
  ['a selector as a list', { selector: ['app'] }, 'spec.selector: expected an object, got a list'],
  ['ports as a list', { portLevelMtls: [8080] }, 'spec.portLevelMtls: expected an object, got a list'],
  ['port 0', { portLevelMtls: { 0: {} } }, 'spec.portLevelMtls.0: expected a workload port from 1 to 65535, got "0"'],
  ['port 65536', { portLevelMtls: { 65536: {} } }, 'spec.portLevelMtls.65536: expected a workload port from 1 to 65535, got "65536"'],
  ['a named port', { portLevelMtls: { http: {} } }, 'spec.portLevelMtls.http: expected a workload port from 1 to 65535, got "http"'],
  ['a port mode', { portLevelMtls: { 80: { mode: true } } }, 'spec.portLevelMtls.80.mode: expected one of UNSET, DISABLE, PERMISSIVE, STRICT, got true'],
  ['a number as label', { selector: { matchLabels: { version: 1 } } }, 'spec.selector.matchLabels.version: expected a text, got 1; quote it'],
  ['spec as a list', [], 'spec: expected an object, got an empty list'],
])('problem: %s', (_, spec, problem) => {
  expect(problemsOf([policyAt('prod/x', spec)])).toEqual([problem]);
});

test('what cannot be read is left out, and the rest is read', () => {
  const spec = { ...APP, mtls: { mode: 'nonsense' }, portLevelMtls: { 80: { mode: 'STRICT' }, x: { mode: 'STRICT' } } };
  const { mode, ports } = only(policyAt('prod/x', spec));
  expect([mode, [...ports]]).toEqual(['UNSET', [[80, 'STRICT']]]);
});

test.each([
  ['a number', 1, '1'],
  ['a boolean', true, 'true'],
  ['null, which Kubernetes decodes to an empty text', null, ''],
  ['an object, which must not make the selector wider', {}, '\u0000'],
  ['a list, which must not make the selector wider', ['a'], '\u0000'],
])('a label that is %s', (_, value, label) => {
  const policy = only(policyAt('prod/x', { selector: { matchLabels: { version: value } } }));
  expect([policy.scope, policy.matchLabels.get('version')]).toEqual(['workload', label]);
});

test.each(['security.istio.io/v1', 'security.istio.io/v1beta1', 'security.istio.io/v1alpha3'])('version %s', apiVersion => {
  expect(only({ ...policyAt('prod/x', {}), apiVersion }).apiVersion).toBe(apiVersion);
});
