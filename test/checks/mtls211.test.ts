import { checkTable } from './support/check-table';
import { idsOf } from './support/ids-of';
import { noOpOverride } from '../../src/checks/mtls211-no-op-override';

const policy = (spec: string, namespace = 'production', name = 'default', more = '') => `---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: ${name}, namespace: ${namespace}${more} }
spec: { ${spec} }
`;
const mesh = (mode: string, name = 'default') => policy(`mtls: { mode: ${mode} }`, 'istio-system', name);
const namespace = (mode: string, name = 'default') => policy(`mtls: { mode: ${mode} }`, 'production', name);
const workload = (spec: string, app = 'web', name = app) => policy(`selector: { matchLabels: { app: ${app} } }, ${spec}`, 'production', name);

const STRICT = 'mtls: { mode: STRICT }';
const object = 'PeerAuthentication production/default';
const web = 'PeerAuthentication production/web';

checkTable(noOpOverride, {
  valid: [
    { name: 'a namespace that differs from the mesh', yaml: mesh('STRICT') + namespace('PERMISSIVE') },
    { name: 'a workload that differs from its namespace', yaml: namespace('STRICT') + workload('mtls: { mode: PERMISSIVE }') },
    { name: 'a port that differs from the namespace', yaml: namespace('STRICT') + workload('portLevelMtls: { 8080: { mode: PERMISSIVE } }') },
    { name: 'the mode of the policy is said for ports that are not listed', yaml: namespace('STRICT') + workload(`${STRICT}, portLevelMtls: { 8080: { mode: PERMISSIVE } }`) },
    { name: 'two mesh policies that differ', yaml: mesh('STRICT') + mesh('PERMISSIVE', 'other') + namespace('STRICT') },
    { name: 'two policies of one namespace', yaml: mesh('STRICT') + namespace('STRICT') + namespace('STRICT', 'other') },
    { name: 'the mesh policy has no parent', yaml: mesh('PERMISSIVE'), profile: { complete: true } },
    { name: 'a policy that keeps another one from its pods', yaml: namespace('STRICT') + workload(STRICT) + workload('mtls: { mode: PERMISSIVE }', 'web', 'younger') },
    { name: 'selectors that may meet on one pod', yaml: namespace('STRICT') + workload(STRICT) + policy('selector: { matchLabels: { tier: gold } }, mtls: { mode: PERMISSIVE }', 'production', 'gold') },
    { name: 'policies of another control plane', yaml: mesh('STRICT') + policy(STRICT, 'production', 'default', ', labels: { istio.io/rev: canary }') },
    { name: 'in ambient, ports of workloads lean on a policy for the namespace', yaml: mesh('STRICT') + namespace('STRICT') + workload('portLevelMtls: { 8080: { mode: PERMISSIVE } }') },
    { name: 'a selector that Istio ignores', yaml: policy(`selector: { matchLabels: { app: web } }, ${STRICT}`, 'istio-system'), profile: { meshMode: 'STRICT' } },
  ],
  invalid: [
    {
      name: 'a namespace that repeats the mesh',
      yaml: mesh('STRICT') + namespace('STRICT'),
      findings: [{
        severity: 'info',
        object,
        path: 'spec',
        message: 'namespace production would inherit STRICT from PeerAuthentication istio-system/default without this policy, which changes nothing',
        fix: 'remove the policy, or acknowledge it as meant to outlive a change',
        related: ['PeerAuthentication istio-system/default'],
      }],
    },
    {
      name: 'a mesh mode that others own',
      yaml: namespace('PERMISSIVE'),
      profile: { meshMode: 'PERMISSIVE' },
      findings: [{ severity: 'info', object, path: 'spec', message: 'namespace production would inherit PERMISSIVE without this policy', related: [] }],
    },
    {
      name: 'the default of Istio, when there is no mesh policy for certain',
      yaml: namespace('PERMISSIVE'),
      profile: { complete: true },
      findings: [{ severity: 'info', object, path: 'spec' }],
    },
    {
      name: 'mesh policies that agree',
      yaml: mesh('STRICT') + mesh('STRICT', 'other') + namespace('STRICT'),
      findings: [{ severity: 'info', object, path: 'spec', message: 'would inherit STRICT without this policy' }],
    },
    {
      name: 'a policy without mode, whatever is above it',
      yaml: policy(''),
      findings: [{ severity: 'info', object, path: 'spec', message: 'the policy sets no mode: namespace production would inherit the same without it', related: [] }],
    },
    {
      name: 'a workload that repeats its namespace',
      yaml: mesh('PERMISSIVE') + namespace('STRICT') + workload(STRICT) + workload('mtls: { mode: DISABLE }', 'legacy'),
      findings: [{
        severity: 'info',
        object: web,
        path: 'spec',
        message: 'pods with app=web would inherit STRICT from PeerAuthentication production/default without this policy',
        related: [object],
      }],
    },
    {
      name: 'a workload with ports that repeats the mesh, through a namespace that says nothing',
      yaml: mesh('STRICT') + namespace('UNSET') + workload('portLevelMtls: { 8080: { mode: STRICT }, 9090: {} }'),
      findings: [{
        severity: 'info', object: web, path: 'spec', message: 'would inherit STRICT from PeerAuthentication istio-system/default', related: ['PeerAuthentication istio-system/default'],
      }],
    },
    {
      name: 'a workload policy that sets nothing at all',
      yaml: workload('portLevelMtls: { 8080: {} }'),
      findings: [{ severity: 'info', object: web, path: 'spec', message: 'the policy sets no mode: pods with app=web would inherit the same' }],
    },
    {
      name: 'single ports that repeat the policy, each at its place',
      yaml: workload(`${STRICT}, portLevelMtls: { 443: { mode: STRICT }, 8080: { mode: DISABLE }, 9090: { mode: UNSET } }`),
      findings: [
        {
          severity: 'info',
          object: web,
          path: 'spec.portLevelMtls.443',
          message: 'the entry for port 443 says STRICT, which is what the port gets without it (STRICT)',
          fix: 'remove 443 from spec.portLevelMtls',
          related: [],
        },
        { severity: 'info', object: web, path: 'spec.portLevelMtls.9090', message: 'says UNSET, which is what the port gets without it (STRICT)' },
      ],
    },
    {
      name: 'single ports that repeat what is above the policy',
      yaml: namespace('STRICT') + workload('portLevelMtls: { 443: { mode: STRICT }, 8080: { mode: PERMISSIVE } }'),
      findings: [{ severity: 'info', object: web, path: 'spec.portLevelMtls.443' }],
    },
  ],
  partial: [
    { name: 'the mesh policy is not in the input', yaml: namespace('PERMISSIVE') },
    { name: 'the namespace policy is not in the input', yaml: mesh('STRICT') + workload(STRICT) },
    { name: 'an unknown namespace', yaml: mesh('STRICT') + policy(STRICT, '""') },
    {
      name: 'a port without mode needs no parent to be known',
      yaml: workload('portLevelMtls: { 8080: {}, 9090: { mode: DISABLE } }'),
      findings: [{ severity: 'info', object: web, path: 'spec.portLevelMtls.8080', message: 'the entry for port 8080 says UNSET, which is what the port gets without it' }],
    },
  ],
  twoMeshes: [{ name: 'the mesh policy of another cluster', meshes: [mesh('STRICT'), namespace('STRICT')] }],
  falsePositives: [{ name: 'an exception for one port beside the mode of the rest', yaml: namespace('STRICT') + workload(`${STRICT}, portLevelMtls: { 8081: { mode: DISABLE } }`) }],
});

test('a misspelt field leaves a policy without mode: that is the cause', () => {
  expect(idsOf({ yaml: policy('mtls: { mod: STRICT }') }, ['MTLS101', 'MTLS211'])).toEqual(['MTLS101']);
});
