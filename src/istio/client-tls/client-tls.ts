import { ClientTlsAnswer } from './client-tls-answer';
import { ClientTlsQuestion, TlsEndpoint } from './client-tls-question';
import { endpointTakesMtls } from './endpoint-tls';
import { ruleTls } from './rule-tls';
import { PASSTHROUGH, serviceMode } from './service-mode';
import { ISTIO_TLS_MODE } from './tls-mode-label';
import { MeshSnapshot } from '../model/snapshot';
import { ConsolidatedRule } from '../rule-selection/consolidated-rule';
import { resolvedPolicy, ResolvedPolicy, subsetPolicy } from '../rule-selection/resolved-policy';
import { selectRule } from '../rule-selection/select-rule';

/** What a client's proxy sends to one endpoint of a service (sidecar.md E4-E11, F). */
export function clientTls(mesh: MeshSnapshot, question: ClientTlsQuestion): ClientTlsAnswer {
  const { client, destination } = question;
  if (client.proxy === 'none') return noProxy(mesh, question);

  const selection = selectRule(mesh, { client, service: destination });
  const policy = resolvedPolicy(selection.rule, destination.servicePort, destination.subset);
  const original = isOriginalDestination(question, selection.rule, policy);
  const mode = serviceMode(mesh, destination, selection.rule);
  const cluster = policy.tls === undefined || selection.rule === undefined
    ? autoTls(mesh, question, selection.rule, mode, original)
    : fromRule(ruleTls(policy.tls, selection.rule, client, destination.meshExternal));
  return {
    ...cluster,
    // an original-destination cluster knows nothing about its endpoints, so it cannot tunnel (ambient-and-traffic.md B9)
    hbone: client.sendsHbone && takesTunnel(question.endpoint) && !original && !cluster.broken,
    serviceMode: mode,
    selection,
    policy,
    rules: [...new Set([...selection.rules, ...policyRules(policy), ...cluster.rules])],
  };
}

interface ClusterTls extends Pick<ClientTlsAnswer, 'sends' | 'via' | 'perEndpoint' | 'alwaysTls' | 'failsOpen' | 'rules'> {
  readonly broken: boolean;
}

function noProxy(mesh: MeshSnapshot, { destination }: ClientTlsQuestion): ClientTlsAnswer {
  return {
    sends: 'plaintext',
    hbone: false,
    via: 'no-proxy',
    serviceMode: serviceMode(mesh, destination, undefined),
    perEndpoint: false,
    alwaysTls: false,
    selection: undefined,
    policy: undefined,
    failsOpen: false,
    rules: ['sidecar.md F1'],
  };
}

function fromRule(tls: ReturnType<typeof ruleTls>): ClusterTls {
  return { ...tls, via: 'destination-rule', perEndpoint: false, alwaysTls: tls.sends !== 'plaintext' };
}

function autoTls(
  mesh: MeshSnapshot,
  question: ClientTlsQuestion,
  rule: ConsolidatedRule | undefined,
  mode: ClientTlsAnswer['serviceMode'],
  original: boolean,
): ClusterTls {
  const auto = { via: 'auto', failsOpen: false, broken: false, perEndpoint: false, alwaysTls: false } as const;
  if (!mesh.profile.autoMtls || mode === 'UNKNOWN') return { ...auto, sends: 'plaintext', rules: ['sidecar.md F1'] };
  if (mode === 'DISABLE') return { ...auto, sends: 'plaintext', rules: ['sidecar.md F3', ...(original ? ['sidecar.md F5'] : [])] };
  if (question.client.metadataCertificates) return { ...auto, sends: 'custom-mtls', alwaysTls: true, rules: ['sidecar.md E11'] };
  if (original) return { ...auto, sends: 'mtls', alwaysTls: true, rules: ['sidecar.md F5'] };
  const sends = endpointTakesMtls(mesh, question, rule) ? 'mtls' : 'plaintext';
  return { ...auto, sends, perEndpoint: true, rules: ['sidecar.md F3'] };
}

/** Whether the proxy sends to the address the application chose, so that no endpoint can be treated apart (sidecar.md F5). */
function isOriginalDestination(
  { client, destination: { headless, servicePort, subset } }: ClientTlsQuestion,
  rule: ConsolidatedRule | undefined,
  policy: ResolvedPolicy,
): boolean {
  // gateways have no original destination to go to: they load-balance headless services
  if (headless && client.proxy === 'sidecar') return true;
  if (rule === undefined) return false;
  const whole = resolvedPolicy(rule, servicePort, undefined);
  return [policy, whole, subsetPolicy(rule, subset)].some((level) => level?.loadBalancer === PASSTHROUGH);
}

/** Classic mTLS is preferred where the endpoint has it (ambient-and-traffic.md B6). */
function takesTunnel(endpoint: TlsEndpoint): boolean {
  return endpoint.hbone && endpoint.tlsMode !== ISTIO_TLS_MODE;
}

function policyRules({ from }: ResolvedPolicy): readonly string[] {
  return from === 'rule' ? [] : [from === 'rule-port' ? 'sidecar.md E2' : 'sidecar.md E3'];
}
