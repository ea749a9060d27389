import { readLabels } from './read-labels';
import { readNamedPort } from './read-service-entry';
import { readFields, readList, readOptionalFields } from './read-values';
import { Reading } from './reading';
import { isAbsent } from '../../admission/fields';
import { frozenList } from '../frozen';
import { Resource } from '../resource';
import { Sidecar, SidecarIngress } from '../surroundings';

/** Istio's Sidecar. */
export function readSidecar(reading: Reading, resource: Resource): Sidecar {
  const spec = readFields(reading, reading.object.spec, 'spec');
  const selector = readOptionalFields(reading, spec.workloadSelector, 'spec.workloadSelector');
  const ingress: SidecarIngress[] = [];
  readList(reading, spec.ingress, 'spec.ingress').forEach((value, index) => {
    const listener = readFields(reading, value, `spec.ingress[${index}]`);
    const port = readNamedPort(reading, listener.port, `spec.ingress[${index}].port`);
    if (port !== undefined) ingress.push(Object.freeze({ port, tls: !isAbsent(listener.tls) }));
  });
  return Object.freeze({
    ...resource,
    workloadSelector: selector === undefined ? undefined : readLabels(reading, selector.labels, 'spec.workloadSelector.labels'),
    ingress: frozenList(ingress),
  });
}
