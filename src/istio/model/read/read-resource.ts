import { Node } from './node';
import { readLabels } from './read-labels';
import { readText } from './read-values';
import { shown } from '../../admission/shown';
import { Origin } from '../manifest';
import { Labels, Resource } from '../resource';

/** What every kind has: `metadata` and where it comes from. Not frozen yet: the reader of the kind completes it. */
export function readResource(root: Node, clusterScoped: boolean): Resource {
  return new ResourceRecord(root, root.section('metadata'), clusterScoped);
}

/** A class, because objects of one class are the fastest to complete. */
class ResourceRecord implements Resource {
  readonly mesh: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly createdAt: number | undefined;
  readonly context: boolean;
  readonly origin: Origin;
  readonly object: Readonly<Record<string, unknown>>;

  constructor({ source: { mesh, input } }: Node, metadata: Node, clusterScoped: boolean) {
    this.mesh = mesh;
    this.apiVersion = input.apiVersion;
    this.kind = input.kind;
    // Kubernetes takes an empty namespace for none.
    this.namespace = clusterScoped ? undefined : readText(metadata, 'namespace') || undefined;
    this.name = readName(metadata);
    this.labels = readLabels(metadata, 'labels');
    this.annotations = readLabels(metadata, 'annotations');
    this.createdAt = readTime(metadata, 'creationTimestamp');
    this.context = input.context;
    this.origin = input.origin;
    this.object = input.object;
  }
}

function readName(metadata: Node): string {
  const name = readText(metadata, 'name') || readText(metadata, 'generateName');
  if (name) return name;
  metadata.problem('name', 'the object has no name; write metadata.name');
  return '';
}

/** Milliseconds; YAML readers may give a Date. Kubernetes writes `null` for an object that does not exist yet. */
function readTime(node: Node, key: string): number | undefined {
  const value = node.fields[key];
  if (value === undefined || value === null) return undefined;
  const time = value instanceof Date ? value.getTime() : typeof value === 'string' ? Date.parse(value) : NaN;
  if (!Number.isNaN(time)) return time;
  node.problem(key, `expected a time such as "2026-11-21T08:00:00Z", got ${shown(value)}`);
  return undefined;
}
