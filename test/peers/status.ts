import { Disagreement } from './disagreement';
import { meshOf } from './findings-of';
import { PeerCase } from './peer-case';
import { TlsMode } from '../../src/istio/model/mode';
import { Policy } from '../../src/istio/model/policy';
import { Rule } from '../../src/istio/model/rule';
import { MeshSnapshot } from '../../src/istio/model/snapshot';
import { selectRule } from '../../src/istio/rule-selection/select-rule';

/**
 * Kiali's status of a mesh, namespace or workload: what the policy of exactly that level says, together with what the rules for the whole of it make clients send.
 * The model answers both halves; the words that Kiali has for them stand here.
 */
export function judgeStatus(one: PeerCase): Disagreement[] {
  const answer = statusOf(one);
  const { status } = one.expect;
  const excuse = answer.excuse === undefined ? undefined : { why: answer.excuse };
  return answer.status === status ? [] : [{ what: `${one.level} ${one.subject} has status ${answer.status}, not ${status}`, excuse }];
}

function statusOf(one: PeerCase): { readonly status: string; readonly excuse?: string } {
  const mesh = meshOf(one);
  switch (one.level) {
    case 'mesh': return { status: levelStatus(mesh.meshPolicies[0], clientsOf(mesh, undefined), mesh.profile.autoMtls, 'MTLS_NOT_ENABLED') };
    case 'namespace': {
      const policy = mesh.namespacePolicies(one.subject)[0];
      return { status: levelStatus(policy, clientsOf(mesh, one.subject), mesh.profile.autoMtls, 'UNSET') };
    }
    case 'workload': return workloadStatus(mesh, one.subject ?? '');
    default: return { status: 'unknown', excuse: `the model has no level ${one.level}` };
  }
}

/** Policy and clients agree, or the level is only partly what it says. */
function levelStatus(policy: Policy | undefined, clients: readonly (TlsMode | undefined)[], autoMtls: boolean, unset: string): string {
  if (policy === undefined) { return 'MTLS_NOT_ENABLED'; }
  if (policy.mode === 'UNSET') { return unset; }
  const sendMtls = clients.includes('ISTIO_MUTUAL') || clients.includes('MUTUAL') || (autoMtls && !clients.includes('DISABLE'));
  if (policy.mode === 'STRICT' && sendMtls) { return 'MTLS_ENABLED'; }
  const sendPlaintext = clients.includes('DISABLE') || (autoMtls && clients.every((tls) => tls === undefined));
  return policy.mode === 'DISABLE' && sendPlaintext ? 'MTLS_DISABLED' : 'MTLS_PARTIALLY_ENABLED';
}

/** What clients of each namespace with rules get for an ordinary host of the level. */
function clientsOf(mesh: MeshSnapshot, namespace: string | undefined): (TlsMode | undefined)[] {
  const service = { namespace: namespace ?? 'any', host: `any.${namespace ?? 'any'}.svc.${mesh.profile.clusterDomain}` };
  const clients = new Set([...mesh.rules.map((rule: Rule) => rule.namespace), service.namespace]);
  return [...clients].map((client) => {
    const { rule } = selectRule(mesh, { client: { namespace: client, labels: new Map() }, service });
    return rule?.trafficPolicy?.tls?.mode;
  });
}

function workloadStatus(mesh: MeshSnapshot, subject: string): { readonly status: string; readonly excuse?: string } {
  const workload = mesh.workloads[0];
  if (workload === undefined) { return { status: 'unknown', excuse: `no workload is given for ${subject}` }; }
  const [policy] = mesh.workloadPolicies(workload.namespace, workload.podLabels);
  if (policy === undefined) { return { status: 'MTLS_NOT_ENABLED' }; }
  const services = mesh.servicesOf(workload.namespace, workload.podLabels);
  const client = services.map((service) => selectRule(mesh, {
    client: { namespace: workload.namespace, labels: new Map() }, service: { host: service.host ?? '', namespace: service.namespace },
  }).rule?.trafficPolicy?.tls?.mode);
  return { status: ofWorkload(policy, client) };
}

/** Beside a policy of its own, a workload has the status that its rule gives it. */
function ofWorkload({ mode }: Policy, clients: readonly (TlsMode | undefined)[]): string {
  if (mode === 'STRICT') { return 'MTLS_ENABLED'; }
  if (mode === 'DISABLE' || clients.includes('DISABLE')) { return 'MTLS_DISABLED'; }
  return clients.includes('ISTIO_MUTUAL') || clients.includes('MUTUAL') ? 'MTLS_ENABLED' : 'MTLS_NOT_ENABLED';
}
