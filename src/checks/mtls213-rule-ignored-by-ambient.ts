import { Check } from './check';
import { isReadByNobody, ruleReaders } from './support/rule-readers';
import { tlsBlocks } from './support/tls-blocks';
import { once } from '../istio/model/once';

export const ruleIgnoredByAmbient: Check = {
  id: 'MTLS213',
  name: 'rule-ignored-by-ambient',
  why: 'ztunnel reads no rules: what a rule says about TLS counts only for sidecars, gateways and waypoints, so in an ambient namespace without a waypoint it counts for nobody',
  sources: ['ambient-and-traffic.md B8', 'ambient-and-traffic.md A19', 'https://istio.io/latest/docs/ambient/usage/l7-features/'],
  severity: 'Warning, for a rule with TLS in an ambient namespace, if no sidecar, gateway or waypoint is known that could read it.',
  fix: 'remove the rule, since pods of the mesh get mTLS without it, or let its services use a waypoint',
  peers: ['KIA0210', 'KIA0211', 'KIA0212'],
  bad: {
    yaml: `apiVersion: v1
kind: Namespace
metadata:
  name: production
  labels:
    istio.io/dataplane-mode: ambient
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: reviews
  namespace: production
spec:
  host: reviews.production.svc.cluster.local
  trafficPolicy:
    tls:
      mode: ISTIO_MUTUAL
`,
  },
  good: {
    yaml: `apiVersion: v1
kind: Namespace
metadata:
  name: production
  labels:
    istio.io/dataplane-mode: ambient
    istio.io/use-waypoint: waypoint
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: reviews
  namespace: production
spec:
  host: reviews.production.svc.cluster.local
  trafficPolicy:
    tls:
      mode: ISTIO_MUTUAL
`,
  },

  *check({ mesh }) {
    const known = once(() => ruleReaders(mesh));
    for (const rule of mesh.rules) {
      if (rule.namespace === undefined) continue;
      const [block] = tlsBlocks(rule);
      if (block === undefined || !isReadByNobody(mesh, known(), rule)) continue;
      yield {
        severity: 'warning',
        resource: rule,
        path: block.path,
        message: `no known client of ${rule.host} reads this rule: ztunnel, which speaks for ambient pods, ignores rules, so tls mode ${block.tls.mode} does nothing`,
        fix: 'remove the rule, since ambient pods get mTLS without it, or let the services use a waypoint',
      };
    }
  },
};
