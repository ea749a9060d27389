import { PeerCase, PeerFinding } from './peer-case';
import { objectName } from '../../src/checks/object-name';
import { Finding } from '../../src/findings/finding';

/** A class of statements in which the other tool is wrong or outdated, and the rule that shows it. */
export interface Outdated<About> {
  readonly why: string;
  /** Not among those that the cases' own README names: counts as an exception. */
  readonly beyondReadme?: true;
  covers(one: PeerCase, about: About, ours: readonly Finding[]): boolean;
}

const CONTRADICTORY = /^TIS(0104|0206|0208|0502|0503)\//;
const NO_LONGER = /^(fine|no longer|no conflict)/i;

type Rule = { readonly kind?: string; readonly metadata?: { readonly name?: string; readonly namespace?: string }; readonly spec?: RuleSpec };
type RuleSpec = { readonly host?: string; readonly selector?: unknown };

/** Findings that nobody should make today. */
export const OUTDATED_FINDINGS: readonly Outdated<PeerFinding>[] = [
  {
    why: 'the rules of this pack demand contradictory things of one object',
    covers: (_, { code }) => CONTRADICTORY.test(code),
  },
  {
    why: 'a rule without TLS settings leaves auto mTLS in charge (sidecar.md E5, F3)',
    covers: ({ given }, { code }) => code === 'KIA0204' && given.mesh?.enableAutoMtls !== false,
  },
  {
    why: 'a mesh-wide rule without TLS settings leaves auto mTLS in charge (sidecar.md E5, F3)',
    beyondReadme: true,
    covers: ({ given }, { code }) => code.startsWith('TIS0401/') && given.mesh?.enableAutoMtls !== false,
  },
  {
    why: 'a host outside the mesh needs no mesh TLS',
    covers: (one, { code, object }) => code === 'KIA0204' && isOutsideMesh(ruleOf(one, object)?.spec?.host),
  },
  {
    why: 'workloads without a policy are PERMISSIVE and accept mTLS (sidecar.md C7)',
    covers: (_, { code }) => code === 'KIA0205' || code === 'KIA0206',
  },
  {
    why: 'without caCertificates the system roots verify the server since Istio 1.21 (sidecar.md E7)',
    covers: (one, { code, object }) => (code === 'IST0128' || code === 'IST0129') && !skipsVerification(ruleOf(one, object)),
  },
  {
    why: 'behind DISABLE the application may take MUTUAL off itself, with certificates of its own (sidecar.md H)',
    beyondReadme: true,
    covers: ({ given }, { code }) => (code === 'KIA0505' || code === 'KIA0506') && !JSON.stringify(given.manifests).includes('"ISTIO_MUTUAL"'),
  },
  {
    why: 'an object of the clash is refused by the API server or istiod, so that it never exists (IST0106)',
    beyondReadme: true,
    covers: (_, { code }, ours) => code !== 'IST0106' && ours.some(({ id, severity }) => (id === 'MTLS101' || id === 'MTLS102') && severity === 'error'),
  },
  {
    why: 'labels in the root namespace: Istio ignores the policy, and MTLS201 says so (sidecar.md C6)',
    beyondReadme: true,
    covers: (_, { object }, ours) => ours.some((finding) => finding.id === 'MTLS201' && objectName(finding.object) === object),
  },
  {
    why: 'PERMISSIVE is what the mesh has without this policy, so that nothing is weakened (sidecar.md C7)',
    beyondReadme: true,
    covers: (one, { code, object }) => code.startsWith('enforce-strict-mtls') && ruleOf(one, object)?.metadata?.namespace === one.given.rootNamespace,
  },
  {
    why: 'plaintext to hosts outside the mesh is no exception from it, and a host with a dot is never expanded (sidecar.md D1)',
    beyondReadme: true,
    covers: (one, { code, object }) => code.startsWith('enforce-tls-hosts-host-subnets') && isOutsideMesh(ruleOf(one, object)?.spec?.host),
  },
  {
    why: 'a namespace policy and a workload policy stand on different levels and do not clash (sidecar.md C1)',
    beyondReadme: true,
    covers: ({ given }, { code }) => code.startsWith('TIS0001/') && (given.manifests as readonly Rule[]).filter(isNamespacePolicy).length === 1,
  },
  {
    why: 'there is no wide rule that this one could override',
    beyondReadme: true,
    covers: ({ given }, { code }) => code.startsWith('TIS0204/') && !(given.manifests as readonly Rule[]).some(({ spec }) => spec?.host?.startsWith('*')),
  },
  {
    why: 'probes are rewritten at injection',
    covers: ({ today = '' }, { code }) => code === 'mtls-probes-incompatible' && today !== '',
  },
  {
    why: 'the case itself says that the conflict no longer exists',
    covers: ({ today = '' }) => NO_LONGER.test(today),
  },
];

/** Errors of ours in clean cases that are right all the same. */
export const RIGHT_ERRORS: readonly Outdated<Finding>[] = [
  {
    why: 'a host with a dot is never expanded, so that the rule is dead (sidecar.md D1)',
    covers: ({ scope }, { id }) => id === 'MTLS207' && scope.some((code) => code === 'KIA0202' || code === 'IST0174' || code.startsWith('TIS0202')),
  },
  {
    why: 'the case itself says that the tool was silent where something is wrong',
    covers: ({ today = '' }) => today !== '' && !NO_LONGER.test(today),
  },
  {
    beyondReadme: true,
    why: 'a policy with labels in the root namespace is ignored, and the case does not ask for it (sidecar.md C6)',
    covers: (_, { id }) => id === 'MTLS201',
  },
  {
    beyondReadme: true,
    why: 'the API server or istiod refuses the object, and the case does not ask for it (IST0106)',
    covers: ({ scope }, { id }) => (id === 'MTLS101' || id === 'MTLS102') && !scope.includes('IST0106'),
  },
];

function ruleOf({ given }: PeerCase, object: string): Rule | undefined {
  return (given.manifests as readonly Rule[]).find(({ kind, metadata }) => `${kind} ${metadata?.namespace}/${metadata?.name}` === object);
}

function isNamespacePolicy({ kind, spec }: Rule): boolean {
  return kind === 'PeerAuthentication' && spec?.selector === undefined;
}

/** Short names and names of the cluster domain are inside. */
function isOutsideMesh(host: string | undefined): boolean {
  return host !== undefined && host.includes('.') && !/\.(svc|local)(\.|$)/.test(host);
}

function skipsVerification(rule: Rule | undefined): boolean {
  return JSON.stringify(rule?.spec ?? {}).includes('"insecureSkipVerify":true');
}
