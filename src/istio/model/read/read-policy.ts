import { readLabels } from './read-labels';
import { portOf, readOptionalFields, readWord } from './read-values';
import { Reading } from './reading';
import { keyPath } from '../../admission/field-path';
import { shown } from '../../admission/shown';
import { Mode } from '../mode';
import { Policy, PolicyScope } from '../policy';
import { Profile } from '../profile';
import { Labels, Resource } from '../resource';
import { emptyMap, sealedMapOf } from '../sealed-map';

const MODES: readonly Mode[] = ['UNSET', 'DISABLE', 'PERMISSIVE', 'STRICT'];

/** A PeerAuthentication. */
export function readPolicy(reading: Reading, resource: Resource, profile: Profile): Policy {
  const spec = readOptionalFields(reading, reading.object.spec, 'spec');
  const selector = readOptionalFields(reading, spec?.selector, 'spec.selector');
  const matchLabels: Labels = selector === undefined ? emptyMap() : readLabels(reading, selector.matchLabels, 'spec.selector.matchLabels');
  return Object.freeze({
    ...resource,
    scope: scopeOf(resource.namespace, matchLabels, profile.rootNamespace),
    selector: selector === undefined ? 'none' : matchLabels.size === 0 ? 'empty' : 'labels',
    matchLabels,
    mode: readMode(reading, spec?.mtls, 'spec.mtls'),
    ports: readPorts(reading, spec?.portLevelMtls, 'spec.portLevelMtls'),
  });
}

// sidecar.md C1, C6: labels count only outside the root namespace.
function scopeOf(namespace: string | undefined, matchLabels: Labels, rootNamespace: string): PolicyScope {
  if (namespace === rootNamespace) return matchLabels.size === 0 ? 'mesh' : 'ignored';
  return matchLabels.size === 0 ? 'namespace' : 'workload';
}

// sidecar.md A1: no `mtls` and no `mode` are UNSET.
function readMode(reading: Reading, mtls: unknown, path: string): Mode {
  const fields = readOptionalFields(reading, mtls, path);
  return fields === undefined ? 'UNSET' : readWord(reading, fields.mode, MODES, `${path}.mode`) ?? 'UNSET';
}

function readPorts(reading: Reading, value: unknown, path: string): ReadonlyMap<number, Mode> {
  const entries = readOptionalFields(reading, value, path);
  if (entries === undefined) return emptyMap();
  const keys = Object.keys(entries).filter(key => isWorkloadPort(reading, key, path));
  return sealedMapOf(keys.map(Number), port => readMode(reading, entries[String(port)], keyPath(path, String(port))));
}

// sidecar.md A4
function isWorkloadPort(reading: Reading, key: string, path: string): boolean {
  if (portOf(key) !== undefined) return true;
  reading.problem(keyPath(path, key), `expected a workload port from 1 to 65535, got ${shown(key)}`);
  return false;
}
