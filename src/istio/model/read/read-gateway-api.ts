import { completed } from './completed';
import { Node } from './node';
import { callerReference, callerTarget } from './read-callers';
import { readText } from './read-values';
import { frozenList } from '../frozen';
import { Resource } from '../resource';
import { CallerReference, CallerTarget, Gateway, GatewayReference } from '../surroundings';

/** A Gateway of the Gateway API. */
export function readGateway(root: Node, resource: Resource): Gateway {
  return completed(resource, { className: readText(root.section('spec'), 'gatewayClassName') });
}

/** An HTTPRoute, GRPCRoute, TCPRoute or TLSRoute. */
export function readRoute(root: Node, resource: Resource): CallerReference | undefined {
  const spec = root.section('spec');
  const targets = spec.items('rules').flatMap(rule => rule.items('backendRefs').map(reference => readBackendRef(reference, resource)));
  const parents = frozenList(spec.items('parentRefs').map(parent => readParent(parent, resource)));
  return callerReference(resource, 'gateway-route', targets, { parents });
}

function readBackendRef(reference: Node, { namespace }: Resource): CallerTarget | undefined {
  const name = readText(reference, 'name');
  const isService = (readText(reference, 'kind') ?? 'Service') === 'Service' && (readText(reference, 'group') ?? '') === '';
  if (name === undefined || !isService) return undefined;
  return callerTarget(readText(reference, 'namespace') ?? namespace, name, reference.fields.port, reference.path());
}

function readParent(parent: Node, { namespace }: Resource): GatewayReference {
  return Object.freeze({
    kind: readText(parent, 'kind') ?? 'Gateway',
    namespace: readText(parent, 'namespace') ?? namespace,
    name: readText(parent, 'name') ?? '',
  });
}
