import { snapshotOf } from './support/mesh-of';
import { objectName } from '../../src/checks/object-name';
import { evaluate } from '../../src/findings/evaluate';
import { Finding } from '../../src/findings/finding';
import { DEFAULT_MESH } from '../../src/istio/model/profile';

/** A production set-up as guides show it: one namespace, two exceptions, one rule for all. Nothing else is in the input. */
const NAMESPACE = `
apiVersion: security.istio.io/v1beta1
kind: PeerAuthentication
metadata: { name: default, namespace: production }
spec: { mtls: { mode: STRICT } }
`;
const LEGACY = `---
apiVersion: security.istio.io/v1beta1
kind: PeerAuthentication
metadata: { name: legacy-exception, namespace: production }
spec: { selector: { matchLabels: { app: legacy-payment } }, mtls: { mode: DISABLE } }
`;
const GATEWAY = `---
apiVersion: security.istio.io/v1beta1
kind: PeerAuthentication
metadata: { name: api-gateway-config, namespace: production }
spec:
  selector: { matchLabels: { app: api-gateway } }
  mtls: { mode: STRICT }
  portLevelMtls: { 8081: { mode: DISABLE }, 15020: { mode: PERMISSIVE } }
`;
const RULE = `---
apiVersion: networking.istio.io/v1beta1
kind: DestinationRule
metadata: { name: default, namespace: production }
spec: { host: "*.production.svc.cluster.local", trafficPolicy: { tls: { mode: ISTIO_MUTUAL } } }
`;

const findings = evaluate(snapshotOf(new Map([[DEFAULT_MESH, { yaml: NAMESPACE + LEGACY + GATEWAY + RULE }]]))).findings;
const line = ({ id, severity, object, path }: Finding) => `${severity} ${id} ${objectName(object)} ${path}`;

test('the guide passes, with exactly these findings', () => {
  expect(findings.map(line)).toEqual([
    'warning MTLS402 DestinationRule production/default spec.trafficPolicy.tls.mode',
    'warning MTLS506 PeerAuthentication production/api-gateway-config spec.portLevelMtls.8081.mode',
    'warning MTLS506 PeerAuthentication production/legacy-exception spec.mtls.mode',
    'info MTLS206 PeerAuthentication production/api-gateway-config spec.portLevelMtls.15020',
    'info MTLS701 DestinationRule production/default apiVersion',
    'info MTLS701 PeerAuthentication production/api-gateway-config apiVersion',
    'info MTLS701 PeerAuthentication production/default apiVersion',
    'info MTLS701 PeerAuthentication production/legacy-exception apiVersion',
  ]);
});

test('the warning about the rule names both exceptions and the fix', () => {
  const [{ message, fix, related }] = findings.filter(({ id }) => id === 'MTLS402');
  expect(message).toBe('ISTIO_MUTUAL for *.production.svc.cluster.local makes clients send mTLS to what does not take it: '
    + 'PeerAuthentication production/api-gateway-config says DISABLE for port 8081 of app=api-gateway '
    + 'and PeerAuthentication production/legacy-exception says DISABLE for app=legacy-payment');
  expect(fix).toBe('add a rule with tls.mode DISABLE for the Service of app=legacy-payment, '
    + 'and add a rule with portLevelSettings with tls.mode DISABLE for the Service port in front of port 8081 of app=api-gateway; '
    + 'or remove this tls block: auto mTLS finds out by itself who takes mTLS');
  expect(related.map(objectName)).toEqual(['PeerAuthentication production/api-gateway-config', 'PeerAuthentication production/legacy-exception']);
});
