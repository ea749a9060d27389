import { destinationRuleSpec } from '../../../src/istio/admission/schema/destination-rule.generated';
import { peerAuthenticationSpec } from '../../../src/istio/admission/schema/peer-authentication.generated';
import { findSchemaProblems } from '../../../src/istio/admission/schema-problems';
import { SchemaProblem, StructuralSchema } from '../../../src/istio/admission/structural-schema';

function problemsOf(schema: StructuralSchema, value: unknown): string[] {
  const problems: SchemaProblem[] = [];
  findSchemaProblems(schema, value, { above: undefined, step: 'spec' }, 'spec', problems);
  return problems.map(({ refusedBy, path, message }) => `${refusedBy.join('+')} ${path}: ${message}`);
}

describe('a policy', () => {
  test.each([
    [{}, []],
    [{ mtls: null, selector: null, unknown: 5 }, []],
    [{ portLevelMtls: { 80: null } }, ['crd spec.portLevelMtls: portLevelMtls is empty; write at least 1 entry, or leave it out']],
    [5, ['crd+webhook spec: spec is 5; write an object']],
    [[], ['crd+webhook spec: spec is an empty list; write an object']],
    [{ mtls: 'STRICT' }, ['crd+webhook spec.mtls: mtls is "STRICT"; write an object']],
    [{ mtls: { mode: 'x' } }, ['crd+webhook spec.mtls.mode: mode is "x"; write UNSET or DISABLE or PERMISSIVE or STRICT']],
    [{ mtls: { mode: 5 } }, ['crd+webhook spec.mtls.mode: mode is 5; write a text, in quotes if it looks like a number']],
    [{ selector: { matchLabels: { 'a.b/c': true } } },
      ['crd+webhook spec.selector.matchLabels["a.b/c"]: a.b/c is true; write a text, in quotes if it looks like a number']],
    [{ selector: { matchLabels: { a: 'x'.repeat(64) } } }, ['crd spec.selector.matchLabels.a: a has 64 characters; at most 63 are allowed']],
    [{ selector: { matchLabels: { a: '𝒳'.repeat(63) } } }, []],
    [{ selector: { matchLabels: { a: '𝒳'.repeat(64) } } }, ['crd spec.selector.matchLabels.a: a has 64 characters; at most 63 are allowed']],
    [JSON.parse('{ "__proto__": { "mtls": 5 }, "selector": { "matchLabels": { "__proto__": 5 } } }'),
      ['crd+webhook spec.selector.matchLabels.__proto__: __proto__ is 5; write a text, in quotes if it looks like a number']],
    [{ constructor: 5, toString: 5 }, []],
  ])('%j', (spec, expected) => {
    expect(problemsOf(peerAuthenticationSpec, spec)).toEqual(expected);
  });
});

describe('a rule', () => {
  const tcp = (maxConnections: unknown) => ({ host: 'a', trafficPolicy: { connectionPool: { tcp: { maxConnections } } } });
  const place = 'spec.trafficPolicy.connectionPool.tcp.maxConnections: maxConnections';
  const balancer = (loadBalancer: unknown) => ({ host: 'a', trafficPolicy: { loadBalancer } });

  test.each([
    [{}, ['crd spec.host: host is missing; it is required here']],
    [{ host: null }, ['crd spec.host: host is missing; it is required here']],
    [{ host: 'a', exportTo: '.' }, ['crd+webhook spec.exportTo: exportTo is "."; write a list']],
    [{ host: 'a', exportTo: ['.', null] }, ['crd+webhook spec.exportTo[1]: exportTo[1] is null; write a text, in quotes if it looks like a number']],
    [{ host: 'a', subsets: [{}, null] }, [
      'crd spec.subsets[0].name: name is missing; it is required here', 'crd+webhook spec.subsets[1]: subsets[1] is null; write an object',
    ]],
    [tcp(5), []],
    [tcp(5.0), []],
    [tcp('5'), [`crd ${place} is "5"; write a whole number, without quotes`]],
    [tcp('x'), [`crd+webhook ${place} is "x"; write a whole number, without quotes`]],
    [tcp(' '), [`crd+webhook ${place} is " "; write a whole number, without quotes`]],
    [tcp(1.5), [`crd+webhook ${place} is 1.5; write a whole number, without quotes`]],
    [tcp(2 ** 31 - 1), []],
    [tcp(-(2 ** 31)), []],
    [tcp(2 ** 31), [`webhook ${place} is 2147483648, more than istiod can read; write at most 2147483647`]],
    [balancer({ simple: 'RANDOM', warmup: { duration: '1s', aggression: null } }), []],
    [balancer({ warmup: { duration: '1s', minimumPercent: 101 } }),
      ['crd spec.trafficPolicy.loadBalancer.warmup.minimumPercent: minimumPercent is 101; write 0 to 100']],
    [balancer({ warmup: { duration: '1s', aggression: -1 } }),
      ['crd spec.trafficPolicy.loadBalancer.warmup.aggression: aggression is -1; write at least 0']],
    [balancer({ simple: 'RANDOM', consistentHash: { useSourceIp: true } }),
      ['crd spec.trafficPolicy.loadBalancer: simple and consistentHash exclude each other; keep one of them']],
    [balancer({ simple: 'RANDOM', consistentHash: null }), []],
    [balancer({ consistentHash: { useSourceIp: true, httpHeaderName: 'a', maglev: {} } }),
      ['crd spec.trafficPolicy.loadBalancer.consistentHash: httpHeaderName and useSourceIp exclude each other; keep one of them']],
    [balancer({ consistentHash: { useSourceIp: true, ringHash: {}, maglev: {} } }),
      ['crd spec.trafficPolicy.loadBalancer.consistentHash: ringHash and maglev exclude each other; keep one of them']],
    [{ host: 'a', trafficPolicy: { outlierDetection: { consecutive5xxErrors: -1, outlierDetectionHttpErrorCodes: [99] } } }, [
      'crd+webhook spec.trafficPolicy.outlierDetection.consecutive5xxErrors: consecutive5xxErrors is -1; write 0 to 4294967295',
      'crd spec.trafficPolicy.outlierDetection.outlierDetectionHttpErrorCodes[0]: outlierDetectionHttpErrorCodes[0] is 99; write 100 to 599',
    ]],
    [{ host: 'a', trafficPolicy: { tls: { insecureSkipVerify: 'true' } } },
      ['crd+webhook spec.trafficPolicy.tls.insecureSkipVerify: insecureSkipVerify is "true"; write true or false, without quotes']],
  ])('%j', (spec, expected) => {
    expect(problemsOf(destinationRuleSpec, spec)).toEqual(expected);
  });

  test('4097 ports are too many', () => {
    const trafficPolicy = { portLevelSettings: Array.from({ length: 4097 }, () => ({})) };
    expect(problemsOf(destinationRuleSpec, { host: 'a', trafficPolicy }))
      .toEqual(['crd spec.trafficPolicy.portLevelSettings: portLevelSettings has 4097 entries; at most 4096 are allowed']);
  });
});
