import { Acknowledgement, checkIdOf } from './acknowledgement';
import { annotatedAcknowledgements } from './acknowledgement-annotations';
import { Finding, ObjectReference } from './finding';
import { NO_OBJECT, referenceTo } from './finding-of';
import { resourcesOf } from './resources-of';
import { isIsoDate } from '../checks/iso-date';
import { UnusedBecause } from '../checks/mtls003-unused-acknowledgement';
import { isAcknowledgeable } from '../checks/registry';
import { Origin } from '../istio/model/manifest';
import { DEFAULT_MESH } from '../istio/model/profile';
import { Snapshot } from '../istio/model/snapshot';

/** An acknowledgement, what it covers, and where it was written. */
export interface Claim {
  readonly id: string;
  readonly acknowledgement: Acknowledgement;
  /** Why it cannot count at all. */
  readonly fault: UnusedBecause | undefined;
  /** What it covers, as one text: a claim is found by looking up, not by asking all. */
  readonly scope: string;
  readonly mesh: string;
  readonly object: ObjectReference;
  readonly path: string;
  readonly origin: Origin;
}

/** From the annotations of the objects, and as given by constructs or a surface. */
export function claimsOf(snapshot: Snapshot, given: readonly Acknowledgement[], isCheck: (id: string) => boolean): Claim[] {
  return [...annotatedClaims(snapshot), ...given.map(givenClaim)].map((claim) => ({ ...claim, fault: faultOf(claim, isCheck) }));
}

/** Every scope in which an acknowledgement would cover the finding. */
export function scopesOf({ mesh, object, origin }: Finding): string[] {
  return [objectScope(mesh, object), annotationScope(mesh, object, origin), ...constructsAbove(origin.construct).map(constructScope)];
}

type UnjudgedClaim = Omit<Claim, 'fault'>;

function* annotatedClaims(snapshot: Snapshot): Iterable<UnjudgedClaim> {
  for (const mesh of snapshot.meshes.values()) {
    for (const resource of resourcesOf(mesh)) {
      if (resource.annotations.size === 0 || resource.context) { continue; }
      const place = { mesh: resource.mesh, object: referenceTo(resource), origin: resource.origin };
      for (const { path, ...acknowledgement } of annotatedAcknowledgements(resource)) {
        yield { id: checkIdOf(acknowledgement), acknowledgement, ...place, path, scope: annotationScope(place.mesh, place.object, place.origin) };
      }
    }
  }
}

function givenClaim(acknowledgement: Acknowledgement): UnjudgedClaim {
  const { construct, object, mesh = DEFAULT_MESH } = acknowledgement;
  return {
    id: checkIdOf(acknowledgement),
    acknowledgement,
    scope: object ? objectScope(mesh, object) : constructScope(construct ?? ''),
    mesh,
    object: object ? { ...NO_OBJECT, ...object } : NO_OBJECT,
    path: '',
    origin: { construct },
  };
}

function faultOf({ id, acknowledgement: { reason, until } }: UnjudgedClaim, isCheck: (id: string) => boolean): UnusedBecause | undefined {
  if (!isAcknowledgeable(id)) { return 'not acknowledgeable'; }
  if (!isCheck(id)) { return 'unknown id'; }
  if (reason.trim() === '') { return 'no reason'; }
  return until !== undefined && !isIsoDate(until) ? 'until is no date' : undefined;
}

const constructScope = (construct: string) => JSON.stringify(['construct', construct]);

const objectScope = (mesh: string, { kind, namespace = null, name }: Omit<ObjectReference, 'apiVersion' | 'namespace'> & { namespace?: string | null }) =>
  JSON.stringify(['object', mesh, kind, namespace, name]);

/** Copies of an object in different folders are different objects: an annotation speaks for its own copy. */
const annotationScope = (mesh: string, object: ObjectReference, { construct, file, document, item, nestedItems }: Origin) =>
  JSON.stringify(['annotation', mesh, object.kind, object.namespace ?? null, object.name, construct, file, document, item, nestedItems]);

/** `a/b/c`, `a/b`, `a` and the App itself; nothing for objects that no construct wrote. */
function constructsAbove(construct: string | undefined): string[] {
  if (construct === undefined) { return []; }
  const parts = construct.split('/');
  return [...parts.map((_, index) => parts.slice(0, parts.length - index).join('/')), ''];
}
