import { findWorkload } from './find-workload';
import { mtlsObjectOf } from './mtls-object-of';
import { TrafficClientKind } from './traffic-client-kind';
import { TrafficClientOptions, TrafficOptions } from './traffic-options';
import { TrafficOutcome } from './traffic-outcome';
import { TrafficEndpoint, TrafficResult } from './traffic-result';
import { MtlsMode } from '../constructs/mtls-mode';
import { shown } from '../istio/admission/shown';
import { Service } from '../istio/model/service';
import { MeshSnapshot } from '../istio/model/snapshot';
import { clientIn, clientOf, kubelet, outsider } from '../istio/traffic/client-of';
import { EndpointTraffic, serviceTraffic } from '../istio/traffic/service-traffic';
import { TrafficClient } from '../istio/traffic/traffic-question';

export function askTraffic(mesh: MeshSnapshot, { client, server, servicePort, subset }: TrafficOptions): TrafficResult {
  const service = mesh.service(server.namespace, server.service);
  if (service === undefined) throw new Error(`Service ${shown(`${server.namespace}/${server.service}`)} is not in the input; add its manifest`);
  refuseUnknownPort(service, servicePort);
  return { endpoints: serviceTraffic(mesh, { client: clientFor(mesh, client), service, servicePort, subset }).map(endpointOf) };
}

function clientFor(mesh: MeshSnapshot, { namespace, workload, kind }: TrafficClientOptions): TrafficClient {
  if (workload !== undefined && kind === undefined) return clientOf(findWorkload(mesh, namespace, workload));
  if (kind === TrafficClientKind.OUTSIDE) return outsider();
  if (kind === TrafficClientKind.KUBELET) return kubelet(true);
  const described = { [TrafficClientKind.SIDECAR]: 'sidecar', [TrafficClientKind.GATEWAY]: 'gateway', [TrafficClientKind.AMBIENT]: 'ambient' } as const;
  if (namespace === undefined) throw new Error('the client has no namespace, which rules depend on; give client.namespace');
  const own = clientIn(namespace, described[kind ?? TrafficClientKind.SIDECAR], true);
  return workload === undefined ? own : { ...own, labels: findWorkload(mesh, namespace, workload).podLabels };
}

function refuseUnknownPort({ namespace, name, ports }: Service, servicePort: number): void {
  if (ports.some(({ number }) => number === servicePort)) return;
  const known = ports.map(({ number }) => number).join(', ') || 'none';
  throw new Error(`servicePort ${shown(servicePort)} is no port of Service ${shown(`${namespace}/${name}`)}, which has ${known}; give the number that clients dial`);
}

function endpointOf({ server, answer }: EndpointTraffic): TrafficEndpoint {
  const { outcome, delivered, refusal, serverMode, mode, clientTls, proven, links, rules } = answer;
  const rule = clientTls?.selection?.rule;
  return {
    ...(server.workload === undefined ? {} : { workload: mtlsObjectOf(server.workload) }),
    workloadPort: server.workloadPort,
    outcome: TrafficOutcome[outcome.replace('-', '_').toUpperCase() as keyof typeof TrafficOutcome],
    ...(delivered === undefined ? {} : { delivered }),
    ...(refusal === undefined ? {} : { refusal }),
    ...(serverMode === undefined ? {} : { serverMode: MtlsMode[serverMode] }),
    ...(mode?.decidedBy === undefined ? {} : { decidedBy: mtlsObjectOf(mode.decidedBy) }),
    ...(rule === undefined ? {} : { rule: mtlsObjectOf(rule.rule) }),
    proven,
    unknown: links.filter(({ known }) => !known).map(({ link }) => link),
    rules: [...rules],
  };
}
