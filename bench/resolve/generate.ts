/** Plain Kubernetes objects of one cluster, as text, so that parsing them can be timed. */
export interface GeneratedCluster {
  readonly json: string;
  readonly objects: number;
}

export interface ClusterSize {
  readonly namespaces: number;
  readonly workloads: number;
  readonly policies: number;
  readonly rules: number;
}

const PORTS = [8080, 8081, 8443, 9090, 15020];

/** A cluster of Deployments with five ports each, Services, policies and rules, spread over the namespaces. */
export function generateCluster(size: ClusterSize): GeneratedCluster {
  const namespace = (index: number) => `team-${index % size.namespaces}`;
  const objects: unknown[] = [policy('default', 'istio-system', 0, undefined)];
  for (let index = 0; index < size.namespaces; index++) {
    objects.push({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace(index), labels: { 'istio-injection': 'enabled' } } });
  }
  for (let index = 0; index < size.workloads; index++) objects.push(deployment(index, namespace(index)), service(index, namespace(index)));
  for (let index = 0; index < size.policies; index++) objects.push(workloadOrNamespacePolicy(index, size, namespace(index)));
  for (let index = 0; index < size.rules; index++) objects.push(rule(index, namespace(index)));
  return { json: JSON.stringify(objects), objects: objects.length };
}

function deployment(index: number, namespace: string): unknown {
  const labels = { 'app': `app-${index}`, 'app.kubernetes.io/part-of': `suite-${index % 50}`, 'tier': index % 2 === 0 ? 'backend' : 'frontend' };
  const ports = PORTS.map((containerPort, position) => ({ name: `port-${position}`, containerPort, protocol: 'TCP' }));
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: `app-${index}`, namespace, labels },
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: `app-${index}` } },
      template: {
        metadata: { labels, annotations: { 'prometheus.io/scrape': 'true' } },
        spec: {
          serviceAccountName: `app-${index}`,
          containers: [{
            name: 'main',
            image: `registry.example/app-${index}:1.4.2`,
            ports,
            resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
            readinessProbe: { httpGet: { path: '/ready', port: 8080 }, periodSeconds: 10 },
            env: [{ name: 'LOG_LEVEL', value: 'info' }, { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }],
          }],
        },
      },
    },
  };
}

function service(index: number, namespace: string): unknown {
  const ports = PORTS.map((targetPort, position) => ({ name: `http-${position}`, port: 80 + position, targetPort }));
  return {
    apiVersion: 'v1', kind: 'Service', metadata: { name: `app-${index}`, namespace }, spec: { selector: { app: `app-${index}` }, ports },
  };
}

/** One policy in ten covers its namespace; the others select by the label that is rare and by one that half of the pods carry. */
function workloadOrNamespacePolicy(index: number, size: ClusterSize, namespace: string): unknown {
  if (index < size.namespaces && index % 10 === 0) return policy('default', namespace, index, undefined);
  return policy(`policy-${index}`, namespace, index, { app: `app-${index}`, tier: index % 2 === 0 ? 'backend' : 'frontend' });
}

function policy(name: string, namespace: string, index: number, matchLabels: Record<string, string> | undefined): unknown {
  const mode = ['STRICT', 'PERMISSIVE', 'DISABLE'][index % 3];
  const selecting = matchLabels === undefined ? {} : { selector: { matchLabels }, portLevelMtls: { 8081: { mode: 'DISABLE' }, 9090: { mode: 'PERMISSIVE' } } };
  return { apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', metadata: { name, namespace }, spec: { ...selecting, mtls: { mode } } };
}

function rule(index: number, namespace: string): unknown {
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'DestinationRule',
    metadata: { name: `rule-${index}`, namespace },
    spec: {
      host: `app-${index}.${namespace}.svc.cluster.local`,
      trafficPolicy: {
        tls: { mode: 'ISTIO_MUTUAL' },
        portLevelSettings: [{ port: { number: 81 }, tls: { mode: 'DISABLE' } }],
      },
    },
  };
}
