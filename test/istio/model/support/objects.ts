type Fields = Readonly<Record<string, unknown>>;

/** `namespace/name`, or a name alone for an object without namespace. */
export function metadataAt(place: string, more: Fields = {}): Fields {
  const slash = place.indexOf('/');
  return slash < 0 ? { name: place, ...more } : { namespace: place.slice(0, slash), name: place.slice(slash + 1), ...more };
}

export function policyAt(place: string, spec: unknown, metadata: Fields = {}): Fields {
  return { apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', metadata: metadataAt(place, metadata), spec };
}

export function ruleAt(place: string, spec: unknown, metadata: Fields = {}): Fields {
  return { apiVersion: 'networking.istio.io/v1', kind: 'DestinationRule', metadata: metadataAt(place, metadata), spec };
}

export function serviceAt(place: string, spec: unknown): Fields {
  return { apiVersion: 'v1', kind: 'Service', metadata: metadataAt(place), spec };
}

export function namespaceNamed(name: string, labels: Fields = {}): Fields {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

/** A Deployment whose template has these labels, annotations and pod spec. */
export function deploymentAt(place: string, labels: Fields, podSpec: Fields = {}, annotations: Fields = {}): Fields {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadataAt(place),
    spec: { template: { metadata: { labels, annotations }, spec: podSpec } },
  };
}

/** Any kind, with a spec. */
export function objectAt(apiVersion: string, kind: string, place: string, spec: unknown): Fields {
  return { apiVersion, kind, metadata: metadataAt(place), spec };
}
