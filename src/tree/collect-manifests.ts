import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { acknowledgementsOf, TreeAcknowledgement } from './acknowledgements';
import { contextOf } from './context-objects';
import { meshOf } from './profile-declaration';
import { renderOnce } from './render-once';
import { Manifest } from '../istio/model/manifest';
import { isAnalysedKind } from '../istio/model/read/analysed-kinds';

/** What a tree holds for the analysis. */
export interface CollectedManifests {
  readonly manifests: readonly Manifest[];
  /** By path: where the findings of a manifest belong. */
  readonly constructs: ReadonlyMap<string, IConstruct>;
  readonly acknowledgements: readonly TreeAcknowledgement[];
  /** Objects that could not be rendered, with what they threw. */
  readonly failures: readonly RenderFailure[];
}

export interface RenderFailure {
  readonly construct: IConstruct;
  readonly mesh: string;
  readonly kind: string;
  readonly message: string;
}

/** Every object of the App that the analysis reads, ours or not, in one walk. `wanted` leaves out whole meshes. */
export function collectManifests(root: IConstruct, wanted: (mesh: string) => boolean = () => true): CollectedManifests {
  const manifests: Manifest[] = [];
  const constructs = new Map<string, IConstruct>();
  const acknowledgements: TreeAcknowledgement[] = [];
  const failures: RenderFailure[] = [];
  visit(root);
  return { manifests, constructs, acknowledgements, failures };

  function visit(construct: IConstruct): void {
    const own = acknowledgementsOf(construct);
    if (own.length > 0) {
      acknowledgements.push(...own);
      constructs.set(construct.node.path, construct);
    }
    const objects = contextOf(construct);
    if (objects.length > 0) collectContext(construct, objects);
    // The kind first: rendering a hundred ConfigMaps to pass over them would cost more than the analysis.
    if (ApiObject.isApiObject(construct) && isAnalysedKind(construct.apiVersion, construct.kind)) collectObject(construct);
    construct.node.children.forEach(visit);
  }

  function collectContext(construct: IConstruct, objects: readonly unknown[]): void {
    const mesh = meshOf(construct);
    if (!wanted(mesh)) return;
    constructs.set(construct.node.path, construct);
    objects.forEach((object, item) => manifests.push({ object, mesh, context: true, origin: { construct: construct.node.path, item } }));
  }

  function collectObject(construct: ApiObject): void {
    const mesh = meshOf(construct);
    if (!wanted(mesh)) return;
    const path = construct.node.path;
    constructs.set(path, construct);
    try {
      manifests.push({ object: renderOnce(construct), mesh, origin: { construct: path } });
    } catch (thrown) {
      const message = thrown instanceof Error ? thrown.message : String(thrown);
      failures.push({ construct, mesh, kind: construct.kind, message: message.split('\n')[0] });
    }
  }
}
