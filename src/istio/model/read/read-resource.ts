import { readLabels } from './read-labels';
import { readOptionalFields, readText } from './read-values';
import { Reading } from './reading';
import { shown } from '../../admission/shown';
import { Resource } from '../resource';
import { emptyMap } from '../sealed-map';

/** What every kind has: `metadata` and where it comes from. */
export function readResource(reading: Reading, context: boolean, clusterScoped: boolean): Resource {
  const metadata = readOptionalFields(reading, reading.object.metadata, 'metadata');
  if (metadata === undefined) {
    reading.problem('metadata.name', 'the object has no name; write metadata.name');
    return named(reading, context, undefined, '');
  }
  const namespace = clusterScoped ? undefined : readText(reading, metadata.namespace, 'metadata.namespace');
  return Object.freeze({
    ...named(reading, context, namespace === '' ? undefined : namespace, readName(reading, metadata)),
    labels: readLabels(reading, metadata.labels, 'metadata.labels'),
    annotations: readLabels(reading, metadata.annotations, 'metadata.annotations'),
    createdAt: readTime(reading, metadata.creationTimestamp),
  });
}

function named(reading: Reading, context: boolean, namespace: string | undefined, name: string): Resource {
  return {
    mesh: reading.mesh,
    apiVersion: reading.apiVersion,
    kind: reading.kind,
    namespace,
    name,
    labels: emptyMap(),
    annotations: emptyMap(),
    createdAt: undefined,
    context,
    origin: reading.origin,
    object: reading.object,
  };
}

function readName(reading: Reading, metadata: Readonly<Record<string, unknown>>): string {
  const name = readText(reading, metadata.name, 'metadata.name') ?? '';
  if (name !== '') return name;
  const prefix = readText(reading, metadata.generateName, 'metadata.generateName') ?? '';
  if (prefix === '') reading.problem('metadata.name', 'the object has no name; write metadata.name');
  return prefix;
}

/** Milliseconds; YAML readers may give a Date. Kubernetes writes `null` for an object that does not exist yet. */
function readTime(reading: Reading, value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  const time = value instanceof Date ? value.getTime() : typeof value === 'string' ? Date.parse(value) : NaN;
  if (!Number.isNaN(time)) return time;
  reading.problem('metadata.creationTimestamp', `expected a time such as "2026-11-21T08:00:00Z", got ${shown(value)}`);
  return undefined;
}
