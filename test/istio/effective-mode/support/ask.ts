import { ambientMode } from '../../../../src/istio/effective-mode/ambient-mode';
import { ModeAnswer, ModeSubject } from '../../../../src/istio/effective-mode/mode-answer';
import { sidecarMode } from '../../../../src/istio/effective-mode/sidecar-mode';
import { ProfileInput } from '../../../../src/istio/model/profile';
import { policyAt } from '../../model/support/objects';
import { labels, meshOf } from '../../model/support/snapshot-of';

/** `namespace/name mode`, `port=mode` for ports, `+label=value` for the selector, `@seconds` for the age. */
export function policy(text: string): unknown {
  const [place, mode, ...more] = text.split(' ');
  const ports = more.filter(part => /^\d/.test(part)).map(part => part.split('='));
  const matchLabels = Object.fromEntries(more.filter(part => part.startsWith('+')).map(part => part.slice(1).split('=')));
  const age = more.find(part => part.startsWith('@'));
  const selector = more.includes('{}') ? {} : Object.keys(matchLabels).length === 0 ? undefined : { matchLabels };
  const portLevelMtls = ports.length === 0 ? undefined : Object.fromEntries(ports.map(([port, portMode]) => [port, { mode: portMode }]));
  const metadata = age === undefined ? {} : { creationTimestamp: new Date(Number(age.slice(1)) * 1000).toISOString() };
  return policyAt(place, { selector, mtls: mode === '-' ? undefined : { mode }, portLevelMtls }, metadata);
}

/** Pods in `app` with the labels `app=a` and `tier=b`, unless said otherwise. */
export function subjectIn(namespace: string | undefined = 'app', podLabels: Record<string, string> = { app: 'a', tier: 'b' }): ModeSubject {
  return { namespace, podLabels: labels(podLabels) };
}

export function sidecarAnswer(policies: readonly string[], profile: ProfileInput = {}, subject = subjectIn()): ModeAnswer {
  return sidecarMode(meshOf(policies.map(policy), profile), subject);
}

export function ambientAnswer(policies: readonly string[], profile: ProfileInput = {}, subject = subjectIn()) {
  return ambientMode(meshOf(policies.map(policy), profile), subject);
}

/** `STRICT 8080=DISABLE by app/w`, with `?` when ambiguous and `~` when not known. */
export function told({ mode, ports, decidedBy, ambiguous, known }: ModeAnswer): string {
  const named = [...ports].map(([port, portMode]) => ` ${port}=${portMode}`).join('');
  const by = decidedBy === undefined ? '' : ` by ${decidedBy.namespace ?? ''}/${decidedBy.name}`;
  return `${mode}${named}${by}${ambiguous ? ' ?' : ''}${known ? '' : ' ~'}`;
}
