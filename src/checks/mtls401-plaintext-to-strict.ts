import { Check, Observation } from './check';
import { CutOff, cutOffs } from './support/cut-offs';
import { Decider, deciderPath, deciderText, decidersOf, policiesOf } from './support/deciders';
import { Failure, Fails } from './support/failure';
import { listed } from './support/listed';
import { placed } from './support/placed';
import { plaintextByDefault, silentRule } from './support/plaintext-by-default';
import { hasMode, isModeSaid } from './support/said-modes';
import { tlsBlockPath } from './support/tls-block-path';
import { TlsBlock } from './support/tls-blocks';
import { admitDestinationRule } from '../istio/admission/admit-destination-rule';
import { groupBy } from '../istio/model/index/group';
import { Policy } from '../istio/model/policy';
import { Rule } from '../istio/model/rule';
import { MeshSnapshot } from '../istio/model/snapshot';

export const plaintextToStrict: Check = {
  id: 'MTLS401',
  name: 'plaintext-to-strict',
  why: 'STRICT has no filter chain for plaintext: clients that a rule, or switched-off auto mTLS, makes send plaintext are reset, and see 503 or an empty reply',
  sources: [
    'sidecar.md B1',
    'sidecar.md E4',
    'sidecar.md F1',
    'sidecar.md H',
    'ambient-and-traffic.md C2',
    'https://istio.io/latest/docs/ops/common-problems/network-issues/',
    'https://istio.io/latest/docs/tasks/security/authentication/mtls-migration/',
  ],
  severity: 'Error if Service, workload with sidecar, STRICT policy and a meshed client namespace are known, and the rule that decides, or, on complete '
    + 'input, that there is none; warning where policies alone say so.',
  fix: 'let the rule say ISTIO_MUTUAL, or nothing about TLS where auto mTLS is on',
  peers: ['KIA0207', 'KIA0208', 'KIA0401', 'KIA0501', 'TIS0207', 'TIS0208', 'TIS0401', 'TIS0501', 'IST0113'],
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
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: default
  namespace: production
spec:
  host: "*.production.svc.cluster.local"
  trafficPolicy:
    tls:
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
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: default
  namespace: production
spec:
  host: "*.production.svc.cluster.local"
  trafficPolicy:
    tls:
      mode: ISTIO_MUTUAL
`,
  },

  *check({ mesh }) {
    const concerns = (namespace: string | undefined) => isModeSaid(mesh, namespace, 'STRICT');
    for (const rule of mesh.rules) {
      const found = cutOffs(mesh, rule, { isSuspect, concerns, mayFail: hasMode(mesh, 'STRICT'), mode: 'STRICT', fails });
      for (const [block, ofBlock] of groupBy(found, (cutOff) => cutOff.block)) {
        const observation = onBlock(mesh, block, ofBlock);
        if (observation !== undefined) { yield observation; }
      }
    }
    const byDefault = plaintextByDefault(mesh);
    for (const [rule, ofRule] of groupBy(byDefault, silentRule)) {
      const observations = rule === undefined ? decidersOf(ofRule).map(onPolicy) : [onSilentRule(rule, ofRule)];
      yield* observations.filter((observation) => observation !== undefined);
    }
  },
};

/** A word that is no mode reads as none, and is refused. */
function isSuspect({ rule, tls, path }: TlsBlock): boolean {
  if (tls.mode !== 'DISABLE') { return false; }
  return tls.modeGiven || admitDestinationRule(rule.object).refusals.every((refusal) => refusal.path !== `${path}.mode`);
}

const fails: Fails = ({ clientTls, serverMode, outcome }, server) => {
  const sendsPlaintext = clientTls?.via === 'destination-rule' && clientTls.sends === 'plaintext' && !clientTls.failsOpen;
  return sendsPlaintext && server.dataPlane === 'sidecar' && serverMode === 'STRICT' && outcome === 'refused';
};

function onBlock(mesh: MeshSnapshot, block: TlsBlock, found: readonly CutOff[]): Observation | undefined {
  const { rule, tls, servicePort, subset } = block;
  const where = `${rule.host}${servicePort === undefined ? '' : ` port ${servicePort}`}${subset === undefined ? '' : ` subset ${subset}`}`;
  const what = tls.modeGiven ? `DISABLE for ${where}` : `tls without mode for ${where} means DISABLE and`;
  return observe(rule, block.path, found, {
    message: `${what} makes clients send plaintext, which is refused`,
    fix: `write mode: ISTIO_MUTUAL in ${tlsBlockPath(block)}${mesh.profile.autoMtls ? ', or remove this tls block: auto mTLS sends mTLS by itself' : ''}`,
  });
}

function onSilentRule(rule: Rule, found: readonly Failure[]): Observation | undefined {
  const { from } = found[0].answer.clientTls?.policy ?? {};
  const index = rule.trafficPolicy?.ports.findIndex(({ servicePort }) => servicePort === found[0].destination.servicePort);
  const path = from === 'rule-port' ? `spec.trafficPolicy.portLevelSettings[${index}]` : rule.trafficPolicy === undefined ? 'spec' : 'spec.trafficPolicy';
  return observe(rule, path, found, {
    message: `the rule for ${rule.host} says nothing about TLS and auto mTLS is off, so clients send plaintext, which is refused`,
    fix: `add tls with mode: ISTIO_MUTUAL to ${path === 'spec' ? 'spec.trafficPolicy' : path}, or switch auto mTLS on`,
  });
}

function onPolicy(decider: Decider): Observation | undefined {
  const { policy, failures } = decider;
  if (policy === undefined) { return undefined; }
  const hosts = [...new Set(failures.map(({ destination }) => destination.host))];
  return observe(policy, deciderPath(decider), failures, {
    message: `no rule says ISTIO_MUTUAL for ${listed(hosts)} and auto mTLS is off, so clients send plaintext, which is refused`,
    fix: `add a rule with tls.mode ISTIO_MUTUAL for ${listed(hosts)}, or switch auto mTLS on`,
  });
}

function observe(
  changed: Rule | Policy, path: string, found: readonly Failure[], words: Pick<Observation, 'message' | 'fix'>,
): Observation | undefined {
  const deciders = decidersOf(found);
  const place = placed(changed, policiesOf(deciders));
  return place && {
    severity: found.some(({ proven }) => proven) ? 'error' : 'warning',
    ...place,
    path: place.resource === changed ? path : '',
    message: `${words.message}: ${listed(deciders.map(deciderText))}`,
    fix: words.fix,
  };
}
