import { ClusterSize, generateCluster } from '../resolve/generate';

export interface HostQuestion {
  readonly client: string;
  readonly service: string;
  readonly host: string;
}

const WILDCARDS_IN = 10;
const LABELS: ReadonlyMap<string, string> = new Map([['app', 'client']]);

/** The cluster of the other benchmark, in which one rule in ten is a wildcard, a private rule, or one that selects clients. */
export function generateRules(size: ClusterSize): string {
  const special = Math.floor(size.rules / WILDCARDS_IN);
  const cluster = JSON.parse(generateCluster({ ...size, rules: size.rules - special }).json) as unknown[];
  const rules = Array.from({ length: special }, (_, index) => specialRule(index, `team-${index % size.namespaces}`));
  return JSON.stringify([...cluster, ...rules]);
}

/** Clients of every namespace ask for hosts of every namespace; no two questions are the same. */
export function generateQuestions(count: number, { namespaces, workloads }: ClusterSize): readonly HostQuestion[] {
  return Array.from({ length: count }, (_, index) => {
    const app = (index * 7919) % workloads;
    const service = `team-${app % namespaces}`;
    return { client: `team-${Math.floor(index / workloads) % namespaces}`, service, host: `app-${app}.${service}.svc.cluster.local` };
  });
}

export function clientLabels(): ReadonlyMap<string, string> {
  return LABELS;
}

function specialRule(index: number, namespace: string): unknown {
  const kinds = [
    { host: `*.${namespace}.svc.cluster.local` },
    { host: `*${index % 10}.${namespace}.svc.cluster.local`, exportTo: ['.'] },
    { host: `app-${index}.${namespace}.svc.cluster.local`, workloadSelector: { matchLabels: { app: `client-${index}` } } },
    { host: `*-${index}.${namespace}.svc.cluster.local`, subsets: [{ name: 'v1', labels: { version: 'v1' } }] },
  ];
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'DestinationRule',
    metadata: { name: `special-${index}`, namespace },
    spec: { ...kinds[index % kinds.length], trafficPolicy: { tls: { mode: index % 2 === 0 ? 'ISTIO_MUTUAL' : 'DISABLE' } } },
  };
}
