import { Check, Observation } from './check';
import { objectName } from './object-name';
import { listed } from './support/listed';
import { mayBeOutside, UnexpandedHost, unexpandedHost } from './support/unexpanded-host';
import { groupBy } from '../istio/model/index/group';
import { once } from '../istio/model/once';
import { serviceHost } from '../istio/model/resolve-host';
import { Rule } from '../istio/model/rule';
import { Service } from '../istio/model/service';
import { MeshSnapshot } from '../istio/model/snapshot';
import { HostTable } from '../istio/rule-selection/host-table';

export const hostNotExpanded: Check = {
  id: 'MTLS207',
  name: 'host-not-expanded',
  why: 'Istio completes a host without any dot and takes every other literally: reviews.prod is the host of no Service, so no client ever uses the rule, nor its TLS',
  sources: [
    'sidecar.md D1',
    'https://istio.io/latest/docs/reference/config/networking/destination-rule/',
  ],
  severity: 'Error if the Service that was meant is in the input and no ServiceEntry has the host; '
    + 'warning if the first part is a Service of another namespace, or if the host ends with .svc.',
  fix: 'write the full name of the Service, or its name alone for a Service of the same namespace',
  peers: ['KIA0202', 'IST0174'],
  bad: {
    yaml: `apiVersion: v1
kind: Service
metadata:
  name: reviews
  namespace: prod
spec:
  selector:
    app: reviews
  ports:
    - name: http
      port: 80
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: reviews
  namespace: prod
spec:
  host: reviews.prod
  trafficPolicy:
    tls:
      mode: ISTIO_MUTUAL
`,
  },
  good: {
    yaml: `apiVersion: v1
kind: Service
metadata:
  name: reviews
  namespace: prod
spec:
  selector:
    app: reviews
  ports:
    - name: http
      port: 80
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: reviews
  namespace: prod
spec:
  host: reviews.prod.svc.cluster.local
  trafficPolicy:
    tls:
      mode: ISTIO_MUTUAL
`,
  },

  *check({ mesh }) {
    const registry = once(() => registryOf(mesh));
    for (const rule of mesh.rules) {
      const host = unexpandedHost(rule.host);
      if (host === undefined || registry().entries.matches(rule.host).length > 0 || registry().hasBelow(rule.host)) continue;
      const observation = host.service === '*' ? wildcard(mesh, rule, host, registry()) : single(mesh, rule, host, registry());
      if (observation !== undefined) yield observation;
    }
  },
};

/** What the input knows of hosts and Services, looked up by parts of a host. */
interface Registry {
  readonly entries: HostTable<true>;
  readonly byName: ReadonlyMap<string, readonly Service[]>;
  readonly byNamespace: ReadonlyMap<string | undefined, readonly Service[]>;
  /** Whether a ServiceEntry has a host that this wildcard covers. */
  hasBelow(wildcardHost: string): boolean;
}

function registryOf({ serviceEntries, services }: MeshSnapshot): Registry {
  const hosts = serviceEntries.flatMap((entry) => entry.hosts);
  const entries = new HostTable<true>();
  for (const host of hosts) entries.set(host, true);
  return {
    entries,
    byName: groupBy(services, ({ name }) => name),
    byNamespace: groupBy(services, ({ namespace }) => namespace),
    hasBelow: (wildcardHost) => wildcardHost.startsWith('*') && hosts.some((host) => host.endsWith(wildcardHost.slice(1))),
  };
}

function single(mesh: MeshSnapshot, rule: Rule, host: UnexpandedHost, { byName, byNamespace }: Registry): Observation | undefined {
  const service = mesh.service(host.namespace, host.service);
  if (service !== undefined) return unused('error', mesh, rule, host, [service]);
  const namesakes = byName.get(host.service) ?? [];
  const isNamespace = byNamespace.has(host.namespace) || mesh.namespaces.has(host.namespace);
  const isLikely = host.certain || (namesakes.length > 0 && (isNamespace || !mayBeOutside(host)));
  return isLikely ? unused('warning', mesh, rule, host, []) : undefined;
}

function wildcard(mesh: MeshSnapshot, rule: Rule, host: UnexpandedHost, { byNamespace }: Registry): Observation | undefined {
  const isLikely = host.certain || (byNamespace.has(host.namespace) && !mayBeOutside(host));
  return isLikely ? unused('warning', mesh, rule, host, byNamespace.get(host.namespace) ?? []) : undefined;
}

function unused(severity: Observation['severity'], { profile }: MeshSnapshot, rule: Rule, host: UnexpandedHost, services: readonly Service[]): Observation {
  const meant = services.length === 0 ? '' : `, also none of ${listed(services.map(objectName))}`;
  const alone = host.namespace === rule.namespace && host.service !== '*' ? `, or ${host.service} alone` : '';
  return {
    severity,
    resource: rule,
    path: 'spec.host',
    message: `host ${rule.host} is taken literally, since it has a dot, and is the host of no Service: no client uses this rule${meant}`,
    fix: `write spec.host: ${serviceHost(host.service, host.namespace, profile.clusterDomain)}${alone}`,
    related: services,
  };
}
