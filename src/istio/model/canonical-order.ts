import { Origin, Problem } from './manifest';
import { Labels, Resource } from './resource';

type Selecting = Resource & { readonly workloadSelector: Labels | undefined };

/** Namespace, name, kind, version, then place, then content: an order that does not depend on that of the input. */
export function compareResources(a: Resource, b: Resource): number {
  return compareText(a.namespace ?? '', b.namespace ?? '')
    || compareText(a.name, b.name)
    || compareText(a.kind, b.kind)
    || compareText(a.apiVersion, b.apiVersion)
    || compareOrigins(a.origin, b.origin)
    || compareText(contentOf(a), contentOf(b));
}

/** Istio's order of policies and rules: oldest first, then name, then namespace (sidecar.md C3, D9). Unknown age counts as the zero time. */
export function compareAge(a: Resource, b: Resource): number {
  const older = (a.createdAt ?? -Infinity) - (b.createdAt ?? -Infinity);
  return (Number.isNaN(older) ? 0 : older) || compareText(a.name, b.name) || compareResources(a, b);
}

/** Istio's order of rules and Sidecars: those with a selector first, then by age (sidecar.md D9). */
export function compareSelecting(a: Selecting, b: Selecting): number {
  return Number(a.workloadSelector === undefined) - Number(b.workloadSelector === undefined) || compareAge(a, b);
}

/** Mesh, place, object, path. */
export function compareProblems(a: Problem, b: Problem): number {
  return compareText(a.mesh, b.mesh)
    || compareOrigins(a.origin, b.origin)
    || compareText(a.object, b.object)
    || compareText(a.path, b.path)
    || compareText(a.message, b.message);
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareOrigins(a: Origin, b: Origin): number {
  return compareText(a.construct ?? '', b.construct ?? '')
    || compareText(a.file ?? '', b.file ?? '')
    || (a.document ?? -1) - (b.document ?? -1)
    || (a.item ?? -1) - (b.item ?? -1)
    || compareText(String(a.nestedItems), String(b.nestedItems));
}

/** Only asked for twins from one place. */
function contentOf(resource: Resource): string {
  try {
    return `${resource.context} ${JSON.stringify(resource.object)}`;
  } catch {
    // Cyclic, so no manifest that any cluster has seen.
    return String(resource.context);
  }
}
