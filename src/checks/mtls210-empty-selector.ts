import { Check, Observation } from './check';
import { Policy } from '../istio/model/policy';
import { Rule } from '../istio/model/rule';

export const emptySelector: Check = {
  id: 'MTLS210',
  name: 'empty-selector',
  why: 'a selector without labels reads as if it selected nothing, and selects everything: sidecars take it for none, ambient takes it for a selector, so the two do not agree on what the policy is',
  sources: ['sidecar.md A5', 'sidecar.md B15', 'sidecar.md D14', 'ambient-and-traffic.md A5', 'ambient-and-traffic.md A14'],
  severity: 'Warning, for a policy and for a rule.',
  fix: 'remove the selector, or give it labels',
  peers: ['IST0133'],
  bad: {
    yaml: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: production
spec:
  selector: {}
  mtls:
    mode: STRICT
`,
  },
  good: {
    yaml: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: production
spec:
  mtls:
    mode: STRICT
`,
  },

  *check({ mesh: { policies, rules } }) {
    for (const policy of policies) if (policy.selector === 'empty') yield ofPolicy(policy);
    for (const rule of rules) if (rule.workloadSelector?.size === 0) yield ofRule(rule);
  },
};

function ofPolicy(policy: Policy): Observation {
  const { scope, namespace } = policy;
  const message = scope === 'mesh'
    ? 'the selector has no labels: sidecars take this for the mesh policy, but in ambient no other namespace sees it'
    : `the selector has no labels: the policy is for ${namespace === undefined ? 'its whole namespace' : `all of ${namespace}`}, and in ambient it is lost on workloads with ports of their own`;
  return {
    severity: 'warning',
    resource: policy,
    path: 'spec.selector',
    message,
    fix: `remove spec.selector if ${scope === 'mesh' ? 'the whole mesh' : 'the whole namespace'} is meant, or add matchLabels`,
  };
}

function ofRule(rule: Rule): Observation {
  return {
    severity: 'warning',
    resource: rule,
    path: 'spec.workloadSelector',
    message: 'the workloadSelector has no labels: it is for all clients of its own namespace, and for nobody else',
    fix: "write exportTo: ['.'] instead if that is meant; else remove spec.workloadSelector, or add matchLabels",
  };
}
