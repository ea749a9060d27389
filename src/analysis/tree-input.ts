import { IConstruct } from 'constructs';
import { EvaluateOptions } from '../findings/evaluate';
import { buildSnapshot } from '../istio/model/build-snapshot';
import { Problem } from '../istio/model/manifest';
import { Snapshot } from '../istio/model/snapshot';
import { CollectedManifests, collectManifests, RenderFailure } from '../tree/collect-manifests';
import { MeshSettings } from '../tree/mesh-settings';
import { declaredMeshes } from '../tree/profile-declaration';

/** What a whole tree gives to the checks. */
export interface TreeInput {
  readonly snapshot: Snapshot;
  readonly collected: CollectedManifests;
  /** For `evaluate`. */
  readonly options: Pick<EvaluateOptions, 'today' | 'unreadable' | 'acknowledgements'>;
}

/** Collects every manifest of the tree. `wanted` leaves out whole meshes. */
export function treeInput(root: IConstruct, wanted: (mesh: string) => boolean = () => true): TreeInput {
  const declared = declaredMeshes(root);
  const collected = collectManifests(root, wanted);
  return {
    snapshot: buildSnapshot(collected.manifests, declared),
    collected,
    options: { today: latestDay(declared), unreadable: collected.failures.map(unreadable), acknowledgements: collected.acknowledgements },
  };
}

/** Profiles of different meshes may name different days; the last one judges, so that no overdue exception is missed. */
function latestDay(declared: readonly MeshSettings[]): string | undefined {
  return declared.map(({ today }) => today).filter((day) => day !== undefined).sort().at(-1);
}

function unreadable({ construct, mesh, kind, message }: RenderFailure): Problem {
  return { mesh, origin: { construct: construct.node.path }, path: '', object: kind, message: `this ${kind} cannot be rendered: ${message}` };
}
