import { CutOff } from './cut-offs';
import { Decider, subjectText } from './deciders';
import { ExternalHost } from './external-hosts';
import { listed } from './listed';
import { Rule } from '../../istio/model/rule';
import { MeshSnapshot } from '../../istio/model/snapshot';

/** What takes no mTLS although a rule says ISTIO_MUTUAL for it. */
export interface MutualVictims {
  readonly deciders: readonly Decider<CutOff>[];
  readonly withoutProxy: readonly CutOff[];
  readonly external: readonly ExternalHost[];
}

/** The narrowest changes that let the calls through. */
export function mutualRemedies(mesh: MeshSnapshot, rule: Rule, { deciders, withoutProxy, external }: MutualVictims): string {
  const wholes = [...deciders.filter(({ ports }) => ports.length === 0).flatMap(targetsOf), ...hostsOf(withoutProxy)];
  const parts = deciders.filter(({ ports }) => ports.length > 0);
  const remedies = [
    ...wholes.length === 0 ? [] : [wholeRemedy(rule, [...new Set(wholes)])],
    ...parts.map((decider) => portRemedy(rule, decider)),
    ...external.length === 0 ? [] : [`write tls.mode SIMPLE for ${rule.host}, or no tls if clients encrypt by themselves`],
  ];
  // auto mTLS follows exceptions of workloads and ports, and knows who has no proxy (sidecar.md F3, F4)
  const followed = mesh.profile.autoMtls && external.length === 0;
  return `${remedies.join(', and ')}${followed ? '; or remove this tls block: auto mTLS finds out by itself who takes mTLS' : ''}`;
}

function wholeRemedy(rule: Rule, targets: readonly string[]): string {
  if (targets.length === 1 && targets[0] === rule.resolvedHost) { return `write tls.mode DISABLE for ${rule.host}`; }
  return `add ${targets.length === 1 ? 'a rule' : 'rules'} with tls.mode DISABLE for ${listed(targets, 5)}`;
}

function portRemedy(rule: Rule, decider: Decider<CutOff>): string {
  const servicePorts = [...new Set(decider.failures.map(({ place }) => place.port?.number))].filter((port) => port !== undefined);
  const where = servicePorts.length > 0 ? `port ${listed(servicePorts.map(String))}` : `the Service port in front of ${subjectText(decider)}`;
  const settings = `portLevelSettings with tls.mode DISABLE for ${where}`;
  const targets = targetsOf(decider);
  if (targets.length === 1 && targets[0] === rule.resolvedHost) { return `add ${settings}`; }
  return servicePorts.length > 0 ? `add a rule for ${listed(targets)} with ${settings}` : `add a rule with ${settings}`;
}

/** Hosts that are known; else the pods, by what selects them. */
function targetsOf(decider: Decider<CutOff>): readonly string[] {
  const { policy } = decider;
  const hosts = hostsOf(decider.failures);
  if (hosts.length > 0) { return hosts; }
  return policy?.scope === 'workload' ? [`the Service of ${subjectText({ policy, ports: [] })}`] : [...new Set(decider.failures.map(({ destination }) => destination.host))];
}

function hostsOf(failures: readonly CutOff[]): readonly string[] {
  return [...new Set(failures.filter(({ destination }) => destination.service !== undefined).map(({ destination }) => destination.host))];
}
