import { completed } from './completed';
import { Node } from './node';
import { readLabels } from './read-labels';
import { readNamedPort } from './read-service-entry';
import { isAbsent } from '../../admission/fields';
import { frozenList } from '../frozen';
import { Resource } from '../resource';
import { Sidecar, SidecarIngress } from '../surroundings';

/** Istio's Sidecar. */
export function readSidecar(root: Node, resource: Resource): Sidecar {
  const spec = root.section('spec');
  const selector = spec.child('workloadSelector');
  return completed(resource, {
    workloadSelector: selector === undefined ? undefined : readLabels(selector, 'labels'),
    ingress: frozenList(spec.items('ingress').map(readIngressListener).filter(listener => listener !== undefined)),
  });
}

function readIngressListener(listener: Node): SidecarIngress | undefined {
  const port = readNamedPort(listener.section('port'));
  return port === undefined ? undefined : Object.freeze({ port, tls: !isAbsent(listener.fields.tls) });
}
