import { Check, Observation } from './check';
import { AmbientPods, ambientPods } from './support/ambient-answers';
import { listed } from './support/listed';
import { ambientPodsText } from './support/pods-text';
import { settingPath, settingText } from './support/setting-text';
import { PlaintextSetting } from './support/weak-settings';
import { entry } from '../istio/model/index/group';
import { Policy } from '../istio/model/policy';
import { Workload } from '../istio/model/workload';

export const ambientDisableIsPermissive: Check = {
  id: 'MTLS601',
  name: 'ambient-disable-is-permissive',
  why: 'ztunnel knows two answers, with or without a mesh identity: DISABLE does not turn mTLS off there, it means PERMISSIVE',
  sources: ['ambient-and-traffic.md A1', 'ambient-and-traffic.md A2', 'https://github.com/istio/istio/pull/45593'],
  severity: 'Always a warning, if the policy decides for pods that are ambient, by their own labels, by those of their namespace, or by the profile.',
  fix: 'write PERMISSIVE, which is what happens',
  peers: [],
  bad: {
    yaml: `apiVersion: v1
kind: Namespace
metadata:
  name: production
  labels:
    istio.io/dataplane-mode: ambient
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: payment
  namespace: production
  annotations:
    cdk8s-istio-mtls/owner: payments
    cdk8s-istio-mtls/reason: clients without a mesh identity until they are moved
    cdk8s-istio-mtls/review-by: "2027-03-31"
spec:
  selector:
    matchLabels:
      app: payment
  mtls:
    mode: DISABLE
`,
  },
  good: {
    yaml: `apiVersion: v1
kind: Namespace
metadata:
  name: production
  labels:
    istio.io/dataplane-mode: ambient
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: payment
  namespace: production
  annotations:
    cdk8s-istio-mtls/owner: payments
    cdk8s-istio-mtls/reason: clients without a mesh identity until they are moved
    cdk8s-istio-mtls/review-by: "2027-03-31"
spec:
  selector:
    matchLabels:
      app: payment
  mtls:
    mode: PERMISSIVE
`,
  },

  *check({ mesh }) {
    const disabled = new Map<Policy, Disabled>();
    for (const pods of ambientPods(mesh)) {
      for (const [policy, setting] of disablingSettings(pods)) {
        const { settings, workloads } = entry(disabled, policy, () => ({ settings: new Map(), workloads: new Set() }));
        settings.set(setting.workloadPort, setting);
        pods.workloads.forEach((workload) => workloads.add(workload));
      }
    }
    for (const [policy, found] of disabled) { yield observe(policy, found); }
  },
};

interface Disabled {
  readonly settings: Map<number | undefined, PlaintextSetting>;
  readonly workloads: Set<Workload>;
}

/** What says DISABLE for these pods, and is taken for PERMISSIVE. That it may not be taken at all is MTLS602. */
function disablingSettings({ answer, policy }: AmbientPods): readonly (readonly [Policy, PlaintextSetting])[] {
  const { decidedBy, mode, ports, dangling } = answer;
  if (dangling) { return []; }
  const whole = decidedBy?.mode === 'DISABLE' && mode === 'PERMISSIVE' ? [[decidedBy, { mode: 'DISABLE', workloadPort: undefined }] as const] : [];
  const named = policy === undefined ? [] : [...policy.ports]
    .filter(([port, portMode]) => portMode === 'DISABLE' && ports.get(port) === 'PERMISSIVE')
    .map(([workloadPort]) => [policy, { mode: 'DISABLE', workloadPort }] as const);
  return [...whole, ...named];
}

function observe(policy: Policy, { settings, workloads }: Disabled): Observation {
  const found = [...settings.values()].sort((one, other) => (one.workloadPort ?? 0) - (other.workloadPort ?? 0));
  const pods = [...workloads];
  return {
    severity: 'warning',
    resource: policy,
    path: settingPath(found),
    message: `${listed(found.map(settingText), 5)} ${found.length === 1 ? 'means' : 'mean'} PERMISSIVE for ${ambientPodsText(policy, pods)}: plaintext gets in, and mTLS is not turned off`,
    fix: policy.scope === 'workload' ? 'write PERMISSIVE instead of DISABLE' : 'write PERMISSIVE instead of DISABLE, if no pods with sidecars depend on it',
    related: pods,
  };
}
