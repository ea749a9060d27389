import { anyService, covers, inClusterHost } from './in-cluster-host';
import { tlsBlocks } from './tls-blocks';
import { knownAtPort, modeAtPort } from '../../istio/effective-mode/mode-answer';
import { sidecarMode } from '../../istio/effective-mode/sidecar-mode';
import { Policy } from '../../istio/model/policy';
import { Rule } from '../../istio/model/rule';
import { emptyMap } from '../../istio/model/sealed-map';
import { Service } from '../../istio/model/service';
import { MeshSnapshot } from '../../istio/model/snapshot';
import { Workload } from '../../istio/model/workload';
import { workloadPortOf } from '../../istio/traffic/workload-port';

/** A rule that makes clients send plaintext where auto mTLS would encrypt. */
export interface PlaintextRule {
  readonly rule: Rule;
  /** Of the first `tls` block that says so. */
  readonly path: string;
  /** Workloads that would take mTLS; empty: none is known. */
  readonly takers: readonly Workload[];
}

/** Rules with DISABLE that no workload needs: a policy with DISABLE, or pods without a proxy, would be a reason. */
export function plaintextRules(mesh: MeshSnapshot): readonly PlaintextRule[] {
  if (!mesh.profile.autoMtls) { return []; }
  const disabling = new Set(mesh.policies.filter(saysDisable).map(({ namespace }) => namespace));
  return mesh.rules.flatMap((rule) => {
    const block = tlsBlocks(rule).find(({ tls }) => tls.modeGiven && tls.mode === 'DISABLE');
    if (block === undefined) { return []; }
    const service = mesh.serviceByHost(rule.resolvedHost);
    const takers = service === undefined ? [] : takersBehind(mesh, service, rule);
    const needless = service === undefined ? isForNobody(mesh, rule, disabling) : takers.length > 0;
    return needless ? [{ rule, path: block.path, takers }] : [];
  });
}

function saysDisable({ mode, ports }: Policy): boolean {
  return mode === 'DISABLE' || [...ports.values()].includes('DISABLE');
}

/** Workloads with a sidecar that takes mTLS at a port to which the rule sends plaintext. */
function takersBehind(mesh: MeshSnapshot, service: Service, { trafficPolicy }: Rule): readonly Workload[] {
  if (service.externalName !== undefined) { return []; }
  const plain = service.ports.filter(({ number }) => {
    const entry = trafficPolicy?.ports.find(({ servicePort }) => servicePort === number);
    return (entry ?? trafficPolicy)?.tls?.mode === 'DISABLE';
  });
  return mesh.endpointsOf(service).filter((workload) => {
    const { dataPlane: { dataPlane, proven }, gateway } = workload;
    if (dataPlane !== 'sidecar' || gateway || !(proven || mesh.profile.complete)) { return false; }
    const answer = sidecarMode(mesh, workload);
    return plain.some((port) => {
      const workloadPort = workloadPortOf(port, workload.containerPorts);
      return workloadPort !== undefined && knownAtPort(answer, workloadPort) && modeAtPort(answer, workloadPort) !== 'DISABLE';
    });
  });
}

/** Whether everything is in the input, and nothing of it gives a reason for plaintext to this host. */
function isForNobody(mesh: MeshSnapshot, { resolvedHost }: Rule, disabling: ReadonlySet<string | undefined>): boolean {
  const { complete, rootNamespace } = mesh.profile;
  if (!complete || mesh.serviceEntriesByHost(resolvedHost).length > 0) { return false; }
  if (covers(resolvedHost, anyService(mesh.profile))) { return disabling.size === 0 && mayTakeMtls(mesh.workloads); }
  const namespace = inClusterHost(resolvedHost, mesh.profile)?.namespace;
  if (namespace === undefined || disabling.has(namespace) || disabling.has(rootNamespace)) { return false; }
  return mayTakeMtls(mesh.workloadsSelectedBy(namespace, emptyMap()));
}

function mayTakeMtls(workloads: readonly Workload[]): boolean {
  return workloads.length === 0 || workloads.some(({ dataPlane: { dataPlane } }) => dataPlane === 'sidecar');
}
