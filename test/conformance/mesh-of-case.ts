import { ConformanceCase, Given } from './conformance-case';
import { buildSnapshot } from '../../src/istio/model/build-snapshot';
import { DEFAULT_MESH, profileOf } from '../../src/istio/model/profile';
import { Labels } from '../../src/istio/model/resource';
import { MeshSnapshot } from '../../src/istio/model/snapshot';

/** The manifests of a case as one complete mesh. */
export function meshOf({ given }: ConformanceCase): MeshSnapshot {
  const config = meshConfigOf(given);
  const profile = profileOf({
    rootNamespace: given.rootNamespace ?? config.rootNamespace,
    trustDomain: config.trustDomain,
    autoMtls: config.enableAutoMtls,
    defaultRuleExportTo: config.defaultDestinationRuleExportTo,
    complete: true,
  });
  const snapshot = buildSnapshot(given.manifests.map((object) => ({ object })), [profile]);
  return snapshot.meshes.get(DEFAULT_MESH) as MeshSnapshot;
}

/** `given.mesh` and `given.meshConfig` are two names of one thing. */
export function meshConfigOf({ mesh, meshConfig }: Given): Readonly<Record<string, any>> {
  return { ...mesh, ...meshConfig };
}

export function labelsOf(labels: Readonly<Record<string, string>> | undefined): Labels {
  return new Map(Object.entries(labels ?? {}));
}
