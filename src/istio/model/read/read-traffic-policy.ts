import { Node } from './node';
import { readTlsSettings } from './read-tls-settings';
import { readPort, readText } from './read-values';
import { frozenList } from '../frozen';
import { PortTrafficPolicy, TrafficPolicy } from '../rule';

/** `trafficPolicy` of a rule or of a subset. */
export function readTrafficPolicy(policy: Node | undefined): TrafficPolicy | undefined {
  if (policy === undefined) return undefined;
  return Object.freeze({
    tls: readTlsSettings(policy.child('tls')),
    loadBalancer: readLoadBalancer(policy),
    ports: frozenList(policy.items('portLevelSettings').map(readPortTrafficPolicy)),
  });
}

function readPortTrafficPolicy(entry: Node): PortTrafficPolicy {
  return Object.freeze({
    servicePort: readAnyNumber(entry.section('port'), 'number'),
    tls: readTlsSettings(entry.child('tls')),
    loadBalancer: readLoadBalancer(entry),
  });
}

// sidecar.md B10: the number is not checked, so that 0 and 70000 are admitted and match nothing.
function readAnyNumber(port: Node, key: string): number | undefined {
  const value = port.fields[key];
  return typeof value === 'number' && Number.isInteger(value) ? value : readPort(port, key);
}

function readLoadBalancer(policy: Node): string | undefined {
  const loadBalancer = policy.child('loadBalancer');
  return loadBalancer === undefined ? undefined : readText(loadBalancer, 'simple');
}
