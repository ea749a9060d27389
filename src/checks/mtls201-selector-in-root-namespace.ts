import { Check } from './check';
import { labelText } from './support/label-text';

export const selectorInRootNamespace: Check = {
  id: 'MTLS201',
  name: 'selector-in-root-namespace',
  why: 'a policy with a selector in the root namespace applies to no workload at all, not even to those of the root namespace, and nothing says so',
  sources: [
    'sidecar.md C6',
    'ambient-and-traffic.md A4',
    'https://github.com/istio/istio/issues/61023',
    'https://istio.io/latest/docs/reference/config/security/peer_authentication/',
  ],
  severity: 'Error if the profile declares the root namespace; warning if istio-system is assumed.',
  fix: 'move the policy to the namespace of its workloads; remove the selector only if the whole mesh is meant',
  peers: ['KIA0004'],
  bad: {
    profile: { rootNamespace: 'istio-system' },
    yaml: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: payment
  namespace: istio-system
spec:
  selector:
    matchLabels:
      app: payment
  mtls:
    mode: STRICT
`,
  },
  good: {
    profile: { rootNamespace: 'istio-system' },
    yaml: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: payment
  namespace: production
spec:
  selector:
    matchLabels:
      app: payment
  mtls:
    mode: STRICT
`,
  },

  *check({ mesh: { policies, profile: { rootNamespace, rootNamespaceDeclared } } }) {
    for (const policy of policies) {
      if (policy.scope !== 'ignored') continue;
      const assumed = rootNamespaceDeclared ? '' : ', as far as known,';
      yield {
        severity: rootNamespaceDeclared ? 'error' : 'warning',
        resource: policy,
        path: 'spec.selector',
        message: `Istio ignores this policy for every workload: ${rootNamespace} is${assumed} the root namespace, where a selector (${labelText(policy.matchLabels)}) selects nothing`,
        fix: 'move the policy to the namespace of its workloads, or remove spec.selector if the whole mesh is meant'
          + (rootNamespaceDeclared ? '' : '; declare the root namespace if it is another'),
      };
    }
  },
};
