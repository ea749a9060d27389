import { completed } from './completed';
import { Node } from './node';
import { readLabels } from './read-labels';
import { portOf, readWord } from './read-values';
import { shown } from '../../admission/shown';
import { Mode } from '../mode';
import { Policy, PolicyScope } from '../policy';
import { Profile } from '../profile';
import { Labels, Resource } from '../resource';
import { emptyMap, sealedMapOf } from '../sealed-map';

const MODES: readonly Mode[] = ['UNSET', 'DISABLE', 'PERMISSIVE', 'STRICT'];

/** A PeerAuthentication. */
export function readPolicy(root: Node, resource: Resource, profile: Profile): Policy {
  const spec = root.section('spec');
  const selector = spec.child('selector');
  const matchLabels = readLabels(selector, 'matchLabels');
  return completed(resource, {
    scope: scopeOf(resource.namespace, matchLabels, profile.rootNamespace),
    selector: selector === undefined ? 'none' : matchLabels.size === 0 ? 'empty' : 'labels',
    matchLabels,
    mode: readMode(spec.child('mtls')),
    ports: readPorts(spec.child('portLevelMtls')),
  });
}

// sidecar.md C1, C6: labels count only outside the root namespace.
function scopeOf(namespace: string | undefined, matchLabels: Labels, rootNamespace: string): PolicyScope {
  if (namespace === rootNamespace) return matchLabels.size === 0 ? 'mesh' : 'ignored';
  return matchLabels.size === 0 ? 'namespace' : 'workload';
}

// sidecar.md A1: no `mtls` and no `mode` are UNSET.
function readMode(mtls: Node | undefined): Mode {
  return mtls === undefined ? 'UNSET' : readWord(mtls, 'mode', MODES) ?? 'UNSET';
}

function readPorts(entries: Node | undefined): ReadonlyMap<number, Mode> {
  if (entries === undefined) return emptyMap();
  const keys = Object.keys(entries.fields).filter(key => isWorkloadPort(entries, key));
  return sealedMapOf(keys.map(Number), port => readMode(entries.child(String(port))));
}

// sidecar.md A4
function isWorkloadPort(entries: Node, key: string): boolean {
  if (portOf(key) !== undefined) return true;
  entries.problem(key, `expected a workload port from 1 to 65535, got ${shown(key)}`);
  return false;
}
