import { Resource } from '../../../src/istio/model/resource';

/** An object for tests that look at some of its fields only. */
export function resourceWith(parts: Partial<Resource> = {}): Resource {
  return {
    mesh: 'default',
    apiVersion: 'security.istio.io/v1',
    kind: 'PeerAuthentication',
    namespace: 'production',
    name: 'default',
    labels: new Map(),
    annotations: new Map(),
    createdAt: undefined,
    context: false,
    origin: {},
    object: {},
    ...parts,
  };
}
