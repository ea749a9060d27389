import { readTlsSettings } from './read-tls-settings';
import { readFields, readList, readOptionalFields, readPort, readText } from './read-values';
import { Reading } from './reading';
import { Fields } from '../../admission/fields';
import { frozenList } from '../frozen';
import { PortTrafficPolicy, TrafficPolicy } from '../rule';

/** `trafficPolicy` of a rule or of a subset. */
export function readTrafficPolicy(reading: Reading, value: unknown, path: string): TrafficPolicy | undefined {
  const policy = readOptionalFields(reading, value, path);
  if (policy === undefined) return undefined;
  const ports = readList(reading, policy.portLevelSettings, `${path}.portLevelSettings`);
  return Object.freeze({
    tls: readTlsSettings(reading, policy.tls, `${path}.tls`),
    loadBalancer: readLoadBalancer(reading, policy, path),
    ports: frozenList(ports.map((entry, index) => readPortTrafficPolicy(reading, entry, `${path}.portLevelSettings[${index}]`))),
  });
}

function readPortTrafficPolicy(reading: Reading, value: unknown, path: string): PortTrafficPolicy {
  const entry = readFields(reading, value, path);
  const port = readFields(reading, entry.port, `${path}.port`);
  return Object.freeze({
    servicePort: readAnyNumber(reading, port.number, `${path}.port.number`),
    tls: readTlsSettings(reading, entry.tls, `${path}.tls`),
    loadBalancer: readLoadBalancer(reading, entry, path),
  });
}

// sidecar.md B10: the number is not checked, so that 0 and 70000 are admitted and match nothing.
function readAnyNumber(reading: Reading, value: unknown, path: string): number | undefined {
  return Number.isInteger(value) ? value as number : readPort(reading, value, path);
}

function readLoadBalancer(reading: Reading, policy: Fields, path: string): string | undefined {
  if (policy.loadBalancer === undefined) return undefined;
  return readText(reading, readFields(reading, policy.loadBalancer, `${path}.loadBalancer`).simple, `${path}.loadBalancer.simple`);
}
