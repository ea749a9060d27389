import { ClientTlsQuestion } from './client-tls-question';
import { ISTIO_TLS_MODE } from './tls-mode-label';
import { modeAtPort } from '../effective-mode/mode-answer';
import { sidecarMode } from '../effective-mode/sidecar-mode';
import { TlsMode } from '../model/mode';
import { TrafficPolicy } from '../model/rule';
import { MeshSnapshot } from '../model/snapshot';
import { ConsolidatedRule } from '../rule-selection/consolidated-rule';
import { subsetPolicy } from '../rule-selection/resolved-policy';
import { holds } from '../versions/rules-for';

/** Whether the endpoint itself is told apart as mTLS, in a cluster that leaves it to its endpoints (sidecar.md F3, F6). */
export function endpointTakesMtls(mesh: MeshSnapshot, { destination, endpoint }: ClientTlsQuestion, rule: ConsolidatedRule | undefined): boolean {
  if (endpoint.tlsMode !== ISTIO_TLS_MODE) return false;
  const ruleMode = rule && looseMode(mesh, rule, destination.servicePort, destination.subset);
  if (ruleMode !== undefined) return ruleMode === 'ISTIO_MUTUAL';
  return modeAtPort(sidecarMode(mesh, endpoint), endpoint.workloadPort) !== 'DISABLE';
}

/** Endpoints inherit where clusters do not: a port entry or subset without `tls` falls back (sidecar.md F6). */
function looseMode(mesh: MeshSnapshot, rule: ConsolidatedRule, servicePort: number, subset: string | undefined): TlsMode | undefined {
  const whole = looseModeOf(rule.trafficPolicy, servicePort);
  if (subset === undefined) return whole;
  const part = looseModeOf(subsetPolicy(rule, subset), servicePort);
  return holds('subset-tls-inheritance', mesh.profile) === 'yes' ? part ?? whole : part;
}

function looseModeOf(policy: TrafficPolicy | undefined, servicePort: number): TlsMode | undefined {
  const port = policy?.ports.find((entry) => entry.servicePort === servicePort && entry.tls !== undefined);
  return (port?.tls ?? policy?.tls)?.mode;
}
