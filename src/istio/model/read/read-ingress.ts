import { callerReference, callerTarget } from './read-callers';
import { readFields, readList, readOptionalFields, readText } from './read-values';
import { Reading } from './reading';
import { Resource } from '../resource';
import { CallerReference, CallerTarget } from '../surroundings';

const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';

/** An Ingress, in `networking.k8s.io/v1` and in the older shapes. */
export function readIngress(reading: Reading, resource: Resource): CallerReference | undefined {
  const spec = readFields(reading, reading.object.spec, 'spec');
  const targets = [
    readBackend(reading, spec.defaultBackend, 'spec.defaultBackend', resource.namespace),
    readBackend(reading, spec.backend, 'spec.backend', resource.namespace),
  ];
  readList(reading, spec.rules, 'spec.rules').forEach((value, rule) => {
    const http = readFields(reading, readFields(reading, value, `spec.rules[${rule}]`).http, `spec.rules[${rule}].http`);
    readList(reading, http.paths, `spec.rules[${rule}].http.paths`).forEach((entry, index) => {
      const path = `spec.rules[${rule}].http.paths[${index}]`;
      targets.push(readBackend(reading, readFields(reading, entry, path).backend, `${path}.backend`, resource.namespace));
    });
  });
  const className = readText(reading, spec.ingressClassName, 'spec.ingressClassName') ?? resource.annotations.get(CLASS_ANNOTATION);
  return callerReference(resource, 'ingress', targets, className);
}

function readBackend(reading: Reading, value: unknown, path: string, namespace: string | undefined): CallerTarget | undefined {
  const backend = readOptionalFields(reading, value, path);
  if (backend === undefined) return undefined;
  const old = readText(reading, backend.serviceName, `${path}.serviceName`);
  if (old !== undefined) return callerTarget(namespace, old, backend.servicePort, path);
  const service = readOptionalFields(reading, backend.service, `${path}.service`);
  const name = service === undefined ? undefined : readText(reading, service.name, `${path}.service.name`);
  if (service === undefined || name === undefined) return undefined;
  const port = readFields(reading, service.port, `${path}.service.port`);
  return callerTarget(namespace, name, port.number ?? port.name, `${path}.service`);
}
