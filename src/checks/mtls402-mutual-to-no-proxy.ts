import { Check, Observation } from './check';
import { objectName } from './object-name';
import { CutOff, cutOffs } from './support/cut-offs';
import { deciderText, decidersOf, isForPort, policiesOf, workloadsOf } from './support/deciders';
import { externalHosts, ExternalHost } from './support/external-hosts';
import { Fails } from './support/failure';
import { anyService, covers } from './support/in-cluster-host';
import { listed } from './support/listed';
import { mutualRemedies } from './support/mutual-remedies';
import { placed } from './support/placed';
import { hasMode, isModeSaid } from './support/said-modes';
import { TlsBlock } from './support/tls-blocks';
import { Rule } from '../istio/model/rule';
import { MeshSnapshot } from '../istio/model/snapshot';
import { Workload } from '../istio/model/workload';
import { TrafficServer } from '../istio/traffic/traffic-question';

/** What a message names before it counts. */
const NAMED = 5;

export const mutualToNoProxy: Check = {
  id: 'MTLS402',
  name: 'mutual-to-no-proxy',
  why: 'a rule with ISTIO_MUTUAL switches off what auto mTLS would do: clients send mTLS also where nobody takes it off, and the calls fail',
  sources: [
    'sidecar.md E4',
    'sidecar.md F3',
    'sidecar.md H',
    'ambient-and-traffic.md D',
    'https://istio.io/latest/docs/ops/common-problems/network-issues/',
    'https://github.com/istio/istio/issues/27487',
    'https://github.com/istio/istio/issues/36672',
  ],
  severity: 'Error if rule, Service, workload and clients are known and the workload as a whole is DISABLE or provably has no proxy, or if the host is '
    + 'declared to be outside the mesh; warning for one port, and where policies alone say so.',
  fix: 'add a rule with tls.mode DISABLE for each exception, or leave the choice to auto mTLS, which follows the exceptions',
  peers: ['KIA0505', 'KIA0506', 'TIS0502', 'TIS0503', 'IST0113', 'IST0115'],
  bad: {
    yaml: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: legacy
  namespace: production
  annotations:
    cdk8s-istio-mtls/owner: payments
    cdk8s-istio-mtls/reason: the vendor's binary speaks its own protocol
    cdk8s-istio-mtls/review-by: "2027-03-31"
spec:
  selector:
    matchLabels:
      app: legacy
  mtls:
    mode: DISABLE
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
  good: {
    yaml: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: legacy
  namespace: production
  annotations:
    cdk8s-istio-mtls/owner: payments
    cdk8s-istio-mtls/reason: the vendor's binary speaks its own protocol
    cdk8s-istio-mtls/review-by: "2027-03-31"
spec:
  selector:
    matchLabels:
      app: legacy
  mtls:
    mode: DISABLE
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
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: legacy
  namespace: production
spec:
  host: legacy.production.svc.cluster.local
  trafficPolicy:
    tls:
      mode: DISABLE
`,
  },

  *check({ mesh }) {
    const outside = new Set(mesh.workloads.filter(isWithoutProxy).map(({ namespace }) => namespace));
    const concerns = (namespace: string | undefined) => outside.has(namespace) || isModeSaid(mesh, namespace, 'DISABLE');
    const isDisabled = hasMode(mesh, 'DISABLE');
    const mayFail = (workload: Workload, workloadPort: number) => isWithoutProxy(workload) || isDisabled(workload, workloadPort);
    for (const rule of mesh.rules) {
      const found = cutOffs(mesh, rule, { isSuspect, concerns, mayFail, mode: 'DISABLE', fails });
      const observation = observe(mesh, rule, found, externalHosts(mesh, rule, isSuspect));
      if (observation !== undefined) { yield observation; }
    }
  },
};

function isSuspect({ tls }: TlsBlock): boolean {
  return tls.mode === 'ISTIO_MUTUAL';
}

const fails: Fails = ({ clientTls, delivered, serverMode, hbone }, server, place) => {
  if (clientTls?.sends !== 'mtls' || clientTls.via !== 'destination-rule' || hbone) { return false; }
  // only a rule that names the host shows that somebody takes the Pod for a part of the mesh
  if (isBarePod(server)) { return clientTls.selection?.host === place.destinations[0].host; }
  return delivered === false && (server.dataPlane === 'none' ? server.proven : serverMode === 'DISABLE');
};

function isWithoutProxy({ kind, dataPlane: { dataPlane, proven } }: Workload): boolean {
  return dataPlane === 'none' ? proven : dataPlane === 'unknown' && kind === 'Pod';
}

/** A Pod is what runs: one without a proxy may only get it at admission. */
function isBarePod({ workload }: TrafficServer): boolean {
  return workload?.kind === 'Pod' && workload.dataPlane.dataPlane === 'unknown';
}

function observe(mesh: MeshSnapshot, rule: Rule, found: readonly CutOff[], external: readonly ExternalHost[]): Observation | undefined {
  const errors = [...found.filter((cutOff) => cutOff.proven && isMeant(mesh, cutOff)), ...external.filter(({ proven }) => proven)];
  const [worst] = [...errors, ...found, ...external];
  if (worst === undefined) { return undefined; }
  const withoutProxy = found.filter(isOutside);
  const deciders = decidersOf(found.filter((cutOff) => !isOutside(cutOff)));
  const declared = external.map(({ declaredBy }) => declaredBy);
  const place = placed(rule, [...policiesOf(deciders), ...workloadsOf(withoutProxy), ...declared]);
  if (place === undefined) { return undefined; }
  const who = [
    ...deciders.map(deciderText),
    ...workloadsOf(withoutProxy).map(outsideText),
    ...declared.map((declaredBy) => `${objectName(declaredBy)} says that it is outside the mesh`),
  ];
  return {
    severity: errors.length > 0 ? 'error' : 'warning',
    ...place,
    path: place.resource === rule ? worst.block.path : '',
    message: `ISTIO_MUTUAL for ${rule.host} makes clients send mTLS to what does not take it: ${listed(who, NAMED)}`,
    fix: mutualRemedies(mesh, rule, { deciders, withoutProxy, external }),
  };
}

/**
 * Whether the rule is about calls that fail for sure. A wildcard also covers what no client of the mesh need ever call: over the whole mesh,
 * anything outside it; over a namespace, the agents of the nodes.
 */
function isMeant(mesh: MeshSnapshot, cutOff: CutOff): boolean {
  const { block: { rule: { resolvedHost } }, server } = cutOff;
  if (!isOutside(cutOff)) { return !isForPort(cutOff); }
  if (isBarePod(server) || covers(resolvedHost, anyService(mesh.profile))) { return false; }
  return !resolvedHost.startsWith('*') || server.workload?.hostNetwork === false;
}

function isOutside({ server }: CutOff): boolean {
  return server.dataPlane === 'none' || isBarePod(server);
}

function outsideText(workload: Workload): string {
  const [evidence = 'no container istio-proxy'] = workload.dataPlane.evidence;
  return `${objectName(workload)} has no proxy (${evidence})`;
}
