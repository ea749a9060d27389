import { clientsOfRule } from './meshed-clients';
import { mayBeRoutedApart } from './routed-apart';
import { sameApply } from './same-apply';
import { PortTrafficPolicy, Rule, TlsSettings, TrafficPolicy } from '../../istio/model/rule';
import { ServiceEntry, ServicePort } from '../../istio/model/service';
import { MeshSnapshot } from '../../istio/model/snapshot';
import { Workload } from '../../istio/model/workload';
import { resolvedPolicy } from '../../istio/rule-selection/resolved-policy';
import { selectRule } from '../../istio/rule-selection/select-rule';
import { serviceTraffic } from '../../istio/traffic/service-traffic';

/** A port entry without `tls`, below a policy that has one. */
export interface DroppedTls {
  readonly rule: Rule;
  readonly path: string;
  readonly servicePort: number;
  /** `undefined`: for traffic to no subset. */
  readonly subset: string | undefined;
  /** What would hold at the port without the entry. */
  readonly lost: TlsSettings;
}

/** The entries of a rule that take its TLS away from a port: they replace the whole policy there (sidecar.md E2, E3). */
export function droppedTls(rule: Rule): readonly DroppedTls[] {
  const { trafficPolicy, subsets } = rule;
  const own = entriesWithoutTls(trafficPolicy).map(([index, servicePort]) =>
    ({ rule, path: `spec.trafficPolicy.portLevelSettings[${index}]`, servicePort, subset: undefined, lost: trafficPolicy?.tls }));
  const ofSubsets = subsets.flatMap(({ name, trafficPolicy: policy }, position) => entriesWithoutTls(policy).map(([index, servicePort]) => ({
    rule,
    path: `spec.subsets[${position}].trafficPolicy.portLevelSettings[${index}]`,
    servicePort,
    subset: name,
    lost: policy?.tls ?? tlsAt(trafficPolicy, servicePort),
  })));
  return [...own, ...ofSubsets].flatMap((entry) => entry.lost === undefined || entry.lost.mode === 'DISABLE' ? [] : [{ ...entry, lost: entry.lost }]);
}

function entriesWithoutTls(policy: TrafficPolicy | undefined): readonly (readonly [number, number])[] {
  const ports = policy?.ports ?? [];
  return ports.flatMap(({ tls, servicePort }, index) =>
    // the first entry for a number counts, one without a number matches nothing
    tls === undefined && servicePort !== undefined && firstFor(ports, servicePort) === index ? [[index, servicePort] as const] : []);
}

function firstFor(ports: readonly PortTrafficPolicy[], number: number): number {
  return ports.findIndex(({ servicePort }) => servicePort === number);
}

function tlsAt(policy: TrafficPolicy | undefined, number: number): TlsSettings | undefined {
  const entry = policy?.ports.find(({ servicePort }) => servicePort === number);
  return (entry ?? policy)?.tls;
}

/** The external host that gets plaintext where TLS was meant. Only HTTP says for sure that the application brings no TLS of its own. */
export function plaintextOutside(mesh: MeshSnapshot, dropped: DroppedTls): ServiceEntry | undefined {
  const { rule, servicePort, subset, lost } = dropped;
  if (subset !== undefined || mayBeRoutedApart(rule) || lost.mode === 'ISTIO_MUTUAL' || rule.namespace === undefined) { return undefined; }
  const entries = mesh.serviceEntriesByHost(rule.resolvedHost);
  return entries.find((entry) => entry.namespace !== undefined
    && entries.every(({ meshExternal }) => meshExternal)
    && entry.ports.some((port) => port.number === servicePort && port.kind === 'http' && !isPlainHttp(port))
    && sameApply([rule, entry])
    && isUsedAtHome(mesh, dropped, entry.namespace));
}

/** At port 80 of a server, plaintext may be meant. */
function isPlainHttp({ number, targetPort }: ServicePort): boolean {
  return (targetPort ?? number) === 80;
}

function isUsedAtHome(mesh: MeshSnapshot, { rule, servicePort }: DroppedTls, namespace: string): boolean {
  const client = { namespace: rule.namespace, labels: rule.workloadSelector ?? new Map() };
  const { rule: used, ambiguous } = selectRule(mesh, { client, service: { host: rule.resolvedHost, namespace } });
  return !ambiguous && used?.trafficPolicyFrom === rule && resolvedPolicy(used, servicePort, undefined).tls === undefined;
}

/** Workloads that provably refuse the plaintext that clients send because of the entry. */
export function refusedBecauseOf(mesh: MeshSnapshot, { rule, servicePort, subset, lost }: DroppedTls): readonly Workload[] {
  const service = mesh.serviceByHost(rule.resolvedHost);
  if (service === undefined || subset !== undefined || mayBeRoutedApart(rule) || !sameApply([rule, service])) { return []; }
  // one-way TLS would be refused as well
  if (lost.mode === 'SIMPLE') { return []; }
  const refusing = clientsOfRule(mesh, rule, service.namespace).filter(({ proven }) => proven)
    .flatMap((client) => serviceTraffic(mesh, { client, service, servicePort }))
    .filter(({ answer: { proven, outcome, clientTls } }) => proven
      && outcome === 'refused'
      && clientTls?.sends === 'plaintext'
      && clientTls.policy?.from === 'rule-port'
      && clientTls.selection?.rule?.trafficPolicyFrom === rule);
  return [...new Set(refusing.map(({ server: { workload } }) => workload))].filter((workload) => workload !== undefined);
}
