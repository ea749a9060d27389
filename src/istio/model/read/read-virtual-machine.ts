import { completed } from './completed';
import { Node } from './node';
import { readLabels } from './read-labels';
import { readPortMap } from './read-service-entry';
import { readText } from './read-values';
import { Fields } from '../../admission/fields';
import { DataPlaneAnswer } from '../data-plane';
import { frozenList } from '../frozen';
import { Labels, Resource } from '../resource';
import { emptyMap, sealedMap } from '../sealed-map';
import { ContainerPort, Workload } from '../workload';

const NO_SPEC: Fields = Object.freeze({});
const TLS_MODE = 'security.istio.io/tlsMode';

/** A WorkloadEntry: one VM. */
export function readWorkloadEntry(root: Node, resource: Resource): Workload {
  const spec = root.section('spec');
  return virtualMachine(resource, readLabels(spec, 'labels'), emptyMap(), spec);
}

/** A WorkloadGroup: the template of VMs that register themselves. */
export function readWorkloadGroup(root: Node, resource: Resource): Workload {
  const spec = root.section('spec');
  const metadata = spec.section('metadata');
  const template = spec.section('template');
  const labels = sealedMap([...readLabels(metadata, 'labels'), ...readLabels(template, 'labels')]);
  return virtualMachine(resource, labels, readLabels(metadata, 'annotations'), template);
}

function virtualMachine(resource: Resource, podLabels: Labels, podAnnotations: Labels, entry: Node): Workload {
  const serviceAccount = readText(entry, 'serviceAccount');
  const ports = [...readPortMap(entry, 'ports')].map(([name, number]): ContainerPort => Object.freeze({ name, number, container: '' }));
  return completed(resource, {
    podLabels,
    podAnnotations,
    containerPorts: frozenList(ports),
    dataPlane: machineDataPlane(resource.kind, podLabels, serviceAccount),
    gateway: false,
    hostNetwork: false,
    serviceAccount,
    virtualMachine: true,
    podSpec: NO_SPEC,
  });
}

/** The label says whether clients may send mTLS; without it, a service account does (sidecar.md F2). */
function machineDataPlane(kind: string, labels: Labels, serviceAccount: string | undefined): DataPlaneAnswer {
  const tlsMode = labels.get(TLS_MODE);
  if (tlsMode !== undefined) return machineAnswer(tlsMode === 'istio', true, `label ${TLS_MODE}=${tlsMode}`);
  if (serviceAccount) return machineAnswer(true, true, `serviceAccount ${serviceAccount} of the ${kind}`);
  return machineAnswer(false, false, `${kind} without serviceAccount`);
}

function machineAnswer(sidecar: boolean, proven: boolean, evidence: string): DataPlaneAnswer {
  return Object.freeze({ dataPlane: sidecar ? 'sidecar' : 'none', proven, evidence: Object.freeze([evidence]) });
}
