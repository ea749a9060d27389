import { Check, Observation } from './check';
import { objectName } from './object-name';
import { declaredException, missingParts } from './support/declared-exception';
import { mayBeFragment } from './support/fragment';
import { listed } from './support/listed';
import { PlaintextRule, plaintextRules } from './support/plaintext-rules';
import { settingPath, settingText } from './support/setting-text';
import { WeakSetting, weakSettings } from './support/weak-settings';
import { exceptionAnnotation, ExceptionPart } from '../istio/model/exception-annotations';
import { Policy } from '../istio/model/policy';

export const undocumentedException: Check = {
  id: 'MTLS506',
  name: 'undocumented-exception',
  why: 'a policy that is weaker than what it would inherit opens a door on purpose: without an owner, a reason and a review date nobody dares to close it again',
  sources: [
    'sidecar.md C7',
    'sidecar.md C9',
    'sidecar.md E4',
    'https://istio.io/latest/docs/concepts/security/#peer-authentication',
    'of 56 weakened policies in 48 public repositories none said who answers for it',
  ],
  severity: 'Always a warning, for a policy that takes plaintext where the levels above do not ask for it, one for all of its ports, '
    + 'and for a rule with DISABLE towards workloads that take mTLS.',
  fix: 'add the annotations for owner, reason and review date (`exception` in code), or remove the exception',
  peers: ['enforce-strict-mtls', 'enforce-tls-hosts-host-subnets', 'TIS0204', 'AsmPeerAuthnStrictMtls', 'PeerAuthnStrictMtls', 'DestinationRuleTLSEnabled'],
  bad: {
    yaml: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: production
spec:
  mtls:
    mode: STRICT
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: legacy-payment
  namespace: production
spec:
  selector:
    matchLabels:
      app: legacy-payment
  mtls:
    mode: DISABLE
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
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: legacy-payment
  namespace: production
  annotations:
    cdk8s-istio-mtls/owner: payments
    cdk8s-istio-mtls/reason: the vendor's binary speaks plaintext only
    cdk8s-istio-mtls/review-by: "2027-03-31"
spec:
  selector:
    matchLabels:
      app: legacy-payment
  mtls:
    mode: DISABLE
`,
  },

  *check({ mesh }) {
    for (const policy of mesh.policies) {
      const weak = weakSettings(mesh, policy);
      // what others own is theirs to document, also where it weakens a policy of ours
      if (weak.length === 0 || policy.context || mayBeFragment(policy)) { continue; }
      const undocumented = weak.filter(({ workloadPort }) => missingParts(declaredException(policy, workloadPort)).length > 0);
      if (undocumented.length > 0) { yield onPolicy(policy, undocumented); }
    }
    for (const weak of plaintextRules(mesh)) {
      const { rule } = weak;
      if (rule.context || mayBeFragment(rule) || missingParts(declaredException(rule)).length === 0) { continue; }
      yield onRule(weak);
    }
  },
};

function onPolicy(policy: Policy, settings: readonly WeakSetting[]): Observation {
  const [{ above, workloadPort }] = settings;
  const many = settings.length > 1;
  const parts = [...new Set(settings.flatMap((setting) => missingParts(declaredException(policy, setting.workloadPort))))];
  return {
    severity: 'warning',
    resource: policy,
    path: settingPath(settings),
    message: `${listed(settings.map(settingText), 5)} ${many ? 'are' : 'is'} ${comparison(policy, above)}, and ${many ? 'lack' : 'lacks'} ${partsText(parts)}`,
    fix: fixText(parts, many ? undefined : workloadPort),
    cause: causeOf(settings),
    related: above?.policy === undefined || above.policy === policy ? [] : [above.policy],
  };
}

/** The place about which MTLS206 speaks for a port, and MTLS211 for a policy that nobody above calls for. */
function causeOf(settings: readonly WeakSetting[]): string {
  const [{ above, workloadPort }] = settings;
  if (workloadPort !== undefined) { return settings.length === 1 ? `spec.portLevelMtls.${workloadPort}` : 'spec.portLevelMtls'; }
  return above === undefined ? 'spec' : 'spec.mtls.mode';
}

function comparison(policy: Policy, above: WeakSetting['above']): string {
  if (above === undefined) { return 'open to plaintext whatever the rest of the mesh asks for'; }
  if (above.policy === policy) { return `weaker than ${above.mode}, the mode of this policy`; }
  const source = above.policy === undefined ? policy.scope === 'mesh' ? "Istio's default" : 'the mode of the mesh' : `the mode of ${objectName(above.policy)}`;
  return `weaker than ${above.mode}, ${source}`;
}

function onRule({ rule, path, takers }: PlaintextRule): Observation {
  const parts = missingParts(declaredException(rule));
  const who = takers.length === 0 ? 'where auto mTLS would encrypt' : `though ${listed(takers.map(objectName))} would take mTLS`;
  return {
    severity: 'warning',
    resource: rule,
    path,
    message: `DISABLE sends plaintext to ${rule.resolvedHost} ${who}, and lacks ${partsText(parts)}`,
    fix: fixText(parts, undefined),
    related: takers,
  };
}

const PARTS: Readonly<Record<ExceptionPart, string>> = { 'owner': 'an owner', 'reason': 'a reason', 'review-by': 'a review date', 'ticket': 'a ticket' };

function partsText(parts: readonly ExceptionPart[]): string {
  return listed(parts.map((part) => PARTS[part]));
}

function fixText(parts: readonly ExceptionPart[], workloadPort: number | undefined): string {
  const keys = parts.map((part) => exceptionAnnotation(part, workloadPort));
  return `add ${listed(keys)} to metadata.annotations (the date as in 2027-03-31), or remove the exception`;
}
