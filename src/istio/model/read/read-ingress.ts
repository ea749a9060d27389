import { Node } from './node';
import { callerReference, callerTarget } from './read-callers';
import { readText } from './read-values';
import { Resource } from '../resource';
import { CallerReference, CallerTarget } from '../surroundings';

const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';

/** An Ingress, in `networking.k8s.io/v1` and in the older shapes. */
export function readIngress(root: Node, resource: Resource): CallerReference | undefined {
  const spec = root.section('spec');
  const paths = spec.items('rules').flatMap(rule => rule.section('http').items('paths'));
  const targets = [readBackend(spec, 'defaultBackend', resource), readBackend(spec, 'backend', resource)];
  const className = readText(spec, 'ingressClassName') ?? resource.annotations.get(CLASS_ANNOTATION);
  return callerReference(resource, 'ingress', [...targets, ...paths.map(path => readBackend(path, 'backend', resource))], { className });
}

function readBackend(place: Node, key: string, { namespace }: Resource): CallerTarget | undefined {
  const backend = place.child(key);
  if (backend === undefined) return undefined;
  const old = readText(backend, 'serviceName');
  if (old !== undefined) return callerTarget(namespace, old, backend.fields.servicePort, place.pathOf(key));
  const service = backend.child('service');
  const name = service === undefined ? undefined : readText(service, 'name');
  if (service === undefined || name === undefined) return undefined;
  const port = service.section('port');
  return callerTarget(namespace, name, port.fields.number ?? port.fields.name, backend.pathOf('service'));
}
