import { loadAll } from 'js-yaml';
import { CheckContext, Example } from '../../../src/checks/check';
import { buildSnapshot } from '../../../src/istio/model/build-snapshot';
import { Manifest } from '../../../src/istio/model/manifest';
import { DEFAULT_MESH } from '../../../src/istio/model/profile';
import { Snapshot } from '../../../src/istio/model/snapshot';

/** The documents of one YAML text as manifests of one mesh. */
export function manifestsOf(yaml: string, mesh: string = DEFAULT_MESH): Manifest[] {
  return loadAll(yaml)
    .filter((object) => object !== null && object !== undefined)
    .map((object, document) => ({ object, mesh, origin: { file: `${mesh}.yaml`, document } }));
}

/** One snapshot of several meshes, each with its own YAML. */
export function snapshotOf(meshes: ReadonlyMap<string, Example>): Snapshot {
  const manifests = [...meshes].flatMap(([mesh, { yaml }]) => manifestsOf(yaml, mesh));
  return buildSnapshot(manifests, [...meshes].map(([mesh, { profile }]) => ({ ...profile, mesh })));
}

/** What a check gets to see, mesh by mesh. */
export function contextsOf(meshes: ReadonlyMap<string, Example>): CheckContext[] {
  const snapshot = snapshotOf(meshes);
  return [...snapshot.meshes].map(([name, mesh]) => ({
    mesh,
    problems: snapshot.problems.filter((problem) => problem.mesh === name),
    today: meshes.get(name)?.today,
  }));
}
