import { clientsOfRule } from './meshed-clients';
import { Rule } from '../../istio/model/rule';
import { emptyMap } from '../../istio/model/sealed-map';
import { MeshSnapshot } from '../../istio/model/snapshot';
import { exportSetOf, isPrivate } from '../../istio/rule-selection/export-to';
import { selectRule } from '../../istio/rule-selection/select-rule';

/** Who uses a rule with a credential that gateways read and sidecars do not (sidecar.md E9). */
export interface CredentialClients {
  /** Namespaces with sidecars that provably use the rule. */
  readonly sidecars: readonly string[];
  /** `at-home`: the rule lives with a gateway, and with no sidecar. `possible`: there is one, or the input does not rule it out. */
  readonly gateways: 'at-home' | 'possible' | 'none';
}

const WAYPOINT = 'istio-waypoint';

export function credentialClients(mesh: MeshSnapshot, rule: Rule): CredentialClients {
  const sidecars = sidecarNamespaces(mesh, rule);
  return { sidecars, gateways: gatewaysFor(mesh, rule) };
}

/** Only clients that have the host in their registry: nobody else has a cluster for it. */
function sidecarNamespaces(mesh: MeshSnapshot, rule: Rule): readonly string[] {
  const host = rule.resolvedHost;
  const services = [mesh.serviceByHost(host), ...mesh.serviceEntriesByHost(host)].filter((service) => service !== undefined);
  const namespaces = services.flatMap(({ namespace }) => clientsOfRule(mesh, rule, namespace).flatMap((client) => {
    if (!client.proven || client.namespace === undefined || namespace === undefined) { return []; }
    const { rule: used, ambiguous } = selectRule(mesh, { client, service: { host, namespace } });
    return !ambiguous && used?.from.includes(rule) && used.workloadSelector === undefined ? [client.namespace] : [];
  }));
  return [...new Set(namespaces)];
}

function gatewaysFor(mesh: MeshSnapshot, rule: Rule): CredentialClients['gateways'] {
  const { namespace } = rule;
  const namespaces = gatewayNamespaces(mesh);
  if (namespaces.has(namespace)) {
    const withProxy = mesh.workloadsSelectedBy(namespace, emptyMap()).filter(({ dataPlane: { dataPlane } }) => dataPlane === 'sidecar');
    return withProxy.every(({ gateway }) => gateway) ? 'at-home' : 'possible';
  }
  if (isPrivate(exportSetOf(rule), namespace, mesh.profile)) { return 'none'; }
  return namespaces.size > 0 || !mesh.profile.complete ? 'possible' : 'none';
}

const GATEWAYS = new WeakMap<MeshSnapshot, ReadonlySet<string | undefined>>();

function gatewayNamespaces(mesh: MeshSnapshot): ReadonlySet<string | undefined> {
  let namespaces = GATEWAYS.get(mesh);
  if (namespaces === undefined) {
    namespaces = new Set([
      ...mesh.workloads.filter(({ gateway }) => gateway),
      ...mesh.gateways.filter(({ className }) => className !== WAYPOINT),
    ].map(({ namespace }) => namespace));
    GATEWAYS.set(mesh, namespaces);
  }
  return namespaces;
}
