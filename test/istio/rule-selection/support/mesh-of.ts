import { buildSnapshot } from '../../../../src/istio/model/build-snapshot';
import { DEFAULT_MESH, ProfileInput } from '../../../../src/istio/model/profile';
import { Labels } from '../../../../src/istio/model/resource';
import { MeshSnapshot } from '../../../../src/istio/model/snapshot';

export type Written = Readonly<Record<string, unknown>>;

export function meshOf(objects: readonly Written[], profile: ProfileInput = {}): MeshSnapshot {
  return buildSnapshot(objects.map((object) => ({ object, mesh: profile.mesh })), profile).meshes.get(profile.mesh ?? DEFAULT_MESH) as MeshSnapshot;
}

/** `ruleAt('prod/reviews', {...spec}, '2024-01-01T00:00:00Z')` */
export function ruleAt(place: string, spec: Written, creationTimestamp?: string): Written {
  return objectAt('networking.istio.io/v1', 'DestinationRule', place, spec, creationTimestamp);
}

export function policyAt(place: string, spec: Written, creationTimestamp?: string): Written {
  return objectAt('security.istio.io/v1', 'PeerAuthentication', place, spec, creationTimestamp);
}

export function objectAt(apiVersion: string, kind: string, place: string, spec: Written, creationTimestamp?: string): Written {
  const [namespace, name] = place.split('/');
  return { apiVersion, kind, metadata: { name, namespace, ...(creationTimestamp === undefined ? {} : { creationTimestamp }) }, spec };
}

export function labels(written: Readonly<Record<string, string>> = {}): Labels {
  return new Map(Object.entries(written));
}

/** `prod/reviews` */
export function placeOf({ namespace, name }: { readonly namespace: string | undefined; readonly name: string }): string {
  return `${namespace}/${name}`;
}
