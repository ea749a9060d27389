import { entry } from './group';
import { apiGroupOf } from '../api-group';
import { frozenList } from '../frozen';
import { Resource } from '../resource';

const CLUSTER_SCOPED: ReadonlySet<string> = new Set([
  'Namespace', 'ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration', 'APIService', 'CustomResourceDefinition',
]);

/** Groups of objects that would be one object in a cluster: same API group, kind, namespace and name. */
export function findCopies(lists: readonly (readonly Resource[])[]): readonly (readonly Resource[])[] {
  return frozenList(lists.flatMap(copiesIn));
}

/** The list is in canonical order, so that namesakes stand together. */
function copiesIn(list: readonly Resource[]): readonly (readonly Resource[])[] {
  const found: (readonly Resource[])[] = [];
  for (let start = 0, end = 0; start < list.length; start = end) {
    end = start + 1;
    while (end < list.length && list[end].name === list[start].name && list[end].namespace === list[start].namespace) end++;
    if (end - start > 1 && isNamed(list[start])) found.push(...groupsOf(list.slice(start, end)));
  }
  return found;
}

function groupsOf(namesakes: readonly Resource[]): readonly (readonly Resource[])[] {
  const groups = new Map<string, Resource[]>();
  for (const resource of namesakes) entry(groups, identity(resource), () => []).push(resource);
  return [...groups.values()].filter(group => group.length > 1).map(group => frozenList(group));
}

function identity({ apiVersion, kind }: Resource): string {
  return `${apiGroupOf(apiVersion)}/${kind}`;
}

/** Objects of an unknown namespace may end up in different ones; `generateName` gives each object its own name. */
function isNamed(resource: Resource): boolean {
  if (resource.name === '' || resource.name.endsWith('-')) return false;
  return resource.namespace !== undefined || CLUSTER_SCOPED.has(resource.kind);
}
