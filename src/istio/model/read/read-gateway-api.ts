import { callerReference, callerTarget } from './read-callers';
import { readFields, readList, readText } from './read-values';
import { Reading } from './reading';
import { frozenList } from '../frozen';
import { Resource } from '../resource';
import { CallerReference, CallerTarget, Gateway, GatewayReference } from '../surroundings';

/** A Gateway of the Gateway API. */
export function readGateway(reading: Reading, resource: Resource): Gateway {
  const spec = readFields(reading, reading.object.spec, 'spec');
  return Object.freeze({ ...resource, className: readText(reading, spec.gatewayClassName, 'spec.gatewayClassName') });
}

/** An HTTPRoute, GRPCRoute, TCPRoute or TLSRoute. */
export function readRoute(reading: Reading, resource: Resource): CallerReference | undefined {
  const spec = readFields(reading, reading.object.spec, 'spec');
  const targets: CallerTarget[] = [];
  readList(reading, spec.rules, 'spec.rules').forEach((value, rule) => {
    const route = readFields(reading, value, `spec.rules[${rule}]`);
    readList(reading, route.backendRefs, `spec.rules[${rule}].backendRefs`).forEach((entry, index) => {
      const target = readBackendRef(reading, entry, `spec.rules[${rule}].backendRefs[${index}]`, resource.namespace);
      if (target !== undefined) targets.push(target);
    });
  });
  const reference = callerReference(resource, 'gateway-route', targets);
  return reference === undefined ? undefined : Object.freeze({ ...reference, parents: readParents(reading, spec.parentRefs, resource.namespace) });
}

function readBackendRef(reading: Reading, value: unknown, path: string, namespace: string | undefined): CallerTarget | undefined {
  const reference = readFields(reading, value, path);
  const name = readText(reading, reference.name, `${path}.name`);
  const isService = (reference.kind ?? 'Service') === 'Service' && (reference.group ?? '') === '';
  if (name === undefined || !isService) return undefined;
  return callerTarget(readText(reading, reference.namespace, `${path}.namespace`) ?? namespace, name, reference.port, path);
}

function readParents(reading: Reading, value: unknown, namespace: string | undefined): readonly GatewayReference[] {
  return frozenList(readList(reading, value, 'spec.parentRefs').map((entry, index) => {
    const path = `spec.parentRefs[${index}]`;
    const parent = readFields(reading, entry, path);
    return Object.freeze({
      kind: readText(reading, parent.kind, `${path}.kind`) ?? 'Gateway',
      namespace: readText(reading, parent.namespace, `${path}.namespace`) ?? namespace,
      name: readText(reading, parent.name, `${path}.name`) ?? '',
    });
  }));
}
