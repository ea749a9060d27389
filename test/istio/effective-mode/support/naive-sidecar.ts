/**
 * Effective mode straight from the rules of sidecar.md, written before the indexed resolution: every question scans all policies. It reads
 * manifests as they are, so that it shares nothing with the model.
 */
interface RawPolicy {
  readonly metadata: { readonly namespace?: string; readonly name: string; readonly creationTimestamp?: string };
  readonly spec: {
    readonly selector?: { readonly matchLabels?: Record<string, string> } | null;
    readonly mtls?: Mtls;
    readonly portLevelMtls?: Record<string, Mtls>;
  };
}
type Mtls = { readonly mode?: string } | null | undefined;

export interface NaiveAnswer {
  readonly mode: string;
  readonly ports: Readonly<Record<string, string>>;
}

export function naiveSidecarMode(
  manifests: readonly unknown[], rootNamespace: string, namespace: string | undefined, podLabels: Readonly<Record<string, string>>,
): NaiveAnswer {
  const policies = policiesByAge(manifests);
  const labelsOf = (policy: RawPolicy) => Object.entries(policy.spec.selector?.matchLabels ?? {});
  const isPlain = (policy: RawPolicy) => labelsOf(policy).length === 0;
  const selects = (policy: RawPolicy) => labelsOf(policy).every(([key, value]) => podLabels[key] === value);

  // C1, C4, C5: the oldest of each level.
  const mesh = policies.find(policy => policy.metadata.namespace === rootNamespace && isPlain(policy));
  const ofNamespace = namespace === rootNamespace ? undefined : policies.find(policy => policy.metadata.namespace === namespace && isPlain(policy));
  // C6: labels in the root namespace select nothing.
  const selecting = policies.filter(policy => policy.metadata.namespace === namespace && !isPlain(policy) && selects(policy));
  const workload = namespace === rootNamespace ? undefined : selecting.at(0);

  // C7: mesh, namespace and workload replace in turn.
  let mode = 'PERMISSIVE';
  for (const policy of [mesh, ofNamespace, workload]) if (isSet(policy?.spec.mtls)) mode = policy?.spec.mtls?.mode as string;

  // C9
  const ports = Object.entries(workload?.spec.portLevelMtls ?? {}).map(([port, mtls]) => [port, isSet(mtls) ? mtls?.mode as string : mode]);
  return { mode, ports: Object.fromEntries(ports) as Record<string, string> };
}

/** C3: creation time, then name, then namespace; no timestamp is Go's zero time. */
export function policiesByAge(manifests: readonly unknown[]): readonly RawPolicy[] {
  const policies = manifests.filter(manifest => (manifest as { kind: string }).kind === 'PeerAuthentication') as RawPolicy[];
  const key = ({ metadata }: RawPolicy) => [metadata.creationTimestamp ?? '', metadata.name, metadata.namespace ?? ''];
  return [...policies].sort((a, b) => compareKeys(key(a), key(b)));
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
  const index = a.findIndex((part, position) => part !== b[position]);
  return index < 0 ? 0 : a[index] < b[index] ? -1 : 1;
}

function isSet(mtls: Mtls): boolean {
  return mtls?.mode !== undefined && mtls.mode !== 'UNSET';
}
