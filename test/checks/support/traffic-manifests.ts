/** YAML of the objects that take part in calls between workloads, short enough for tables. Text in braces is YAML flow syntax. */

const object = (apiVersion: string, kind: string, metadata: string, rest: string) => `---\napiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { ${metadata} }\n${rest}\n`;
const named = (home: string | undefined, name: string) => home === undefined ? `name: ${name}` : `name: ${name}, namespace: ${home}`;

/** `policy('production/api', 'STRICT', { labels: 'app: api', ports: '8080: DISABLE' })` */
export function policy(path: string, mode: string, { labels, ports }: { readonly labels?: string; readonly ports?: string } = {}): string {
  const selector = labels === undefined ? '' : `selector: { matchLabels: { ${labels} } }, `;
  const entries = (ports ?? '').split(',').filter((entry) => entry !== '').map((entry) => entry.replace(/(\d+): (\w+)/, '$1: { mode: $2 }'));
  const portLevel = entries.length === 0 ? '' : `, portLevelMtls: { ${entries.join(',')} }`;
  return object('security.istio.io/v1', 'PeerAuthentication', metadataOf(path), `spec: { ${selector}mtls: { mode: ${mode} }${portLevel} }`);
}

/** `rule('production/api', 'api', 'tls: { mode: DISABLE }', 'exportTo: ["."]')` */
export function rule(path: string, host: string, trafficPolicy?: string, rest = ''): string {
  const says = trafficPolicy === undefined ? '' : `, trafficPolicy: { ${trafficPolicy} }`;
  return object('networking.istio.io/v1', 'DestinationRule', metadataOf(path), `spec: { host: "${host}"${says}${rest === '' ? '' : `, ${rest}`} }`);
}

/** `service('production/api', 'app: api', 'name: http, port: 80, targetPort: 8080')`; more ports as further texts. */
export function service(path: string, selector: string, ...ports: readonly string[]): string {
  return object('v1', 'Service', metadataOf(path), `spec: { selector: { ${selector} }, ports: [${ports.map((port) => `{ ${port} }`).join(', ')}] }`);
}

export function headless(path: string, selector: string, ...ports: readonly string[]): string {
  return service(path, selector, ...ports).replace('spec: {', 'spec: { clusterIP: None,');
}

export interface PodParts {
  readonly kind?: string;
  readonly annotations?: string;
  readonly ports?: string;
  readonly hostNetwork?: boolean;
}

/** `workload('production/api', 'app: api, sidecar.istio.io/inject: "true"')` */
export function workload(path: string, labels: string, { kind = 'Deployment', annotations = '', ports = '', hostNetwork = false }: PodParts = {}): string {
  const spec = `spec: { hostNetwork: ${hostNetwork}, containers: [{ name: app, image: app, ports: [${ports}] }] }`;
  const metadata = `labels: { ${labels} }, annotations: { ${annotations} }`;
  if (kind === 'Pod') { return object('v1', 'Pod', `${metadataOf(path)}, ${metadata}`, spec); }
  return object(kind === 'Job' ? 'batch/v1' : 'apps/v1', kind, metadataOf(path), `spec: { template: { metadata: { ${metadata} }, ${spec} } }`);
}

/** A namespace whose pods get a sidecar, unless the labels say otherwise. */
export function namespace(name: string, labels = 'istio-injection: enabled'): string {
  return object('v1', 'Namespace', `name: ${name}, labels: { ${labels} }`, '');
}

export function serviceEntry(path: string, hosts: string, rest = 'location: MESH_EXTERNAL'): string {
  const spec = `hosts: [${hosts}], ports: [{ name: https, number: 443, protocol: HTTPS }], resolution: DNS${rest === '' ? '' : `, ${rest}`}`;
  return object('networking.istio.io/v1', 'ServiceEntry', metadataOf(path), `spec: { ${spec} }`);
}

function metadataOf(path: string): string {
  const [first, second] = path.split('/');
  return second === undefined ? named(undefined, first) : named(first, second);
}
