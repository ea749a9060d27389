import { readLabels } from './read-labels';
import { readPortMap } from './read-service-entry';
import { readFields, readText } from './read-values';
import { Reading } from './reading';
import { Fields } from '../../admission/fields';
import { DataPlaneAnswer } from '../data-plane';
import { frozenList } from '../frozen';
import { Labels, Resource } from '../resource';
import { emptyMap, sealedMap } from '../sealed-map';
import { ContainerPort, Workload } from '../workload';

const NO_SPEC: Fields = Object.freeze({});
const TLS_MODE = 'security.istio.io/tlsMode';

/** A WorkloadEntry: one VM. */
export function readWorkloadEntry(reading: Reading, resource: Resource): Workload {
  const spec = readFields(reading, reading.object.spec, 'spec');
  const labels = readLabels(reading, spec.labels, 'spec.labels');
  return virtualMachine(reading, resource, labels, emptyMap(), spec, 'spec.');
}

/** A WorkloadGroup: the template of VMs that register themselves. */
export function readWorkloadGroup(reading: Reading, resource: Resource): Workload {
  const spec = readFields(reading, reading.object.spec, 'spec');
  const metadata = readFields(reading, spec.metadata, 'spec.metadata');
  const template = readFields(reading, spec.template, 'spec.template');
  const own = readLabels(reading, metadata.labels, 'spec.metadata.labels');
  const labels = sealedMap([...own, ...readLabels(reading, template.labels, 'spec.template.labels')]);
  return virtualMachine(reading, resource, labels, readLabels(reading, metadata.annotations, 'spec.metadata.annotations'), template, 'spec.template.');
}

function virtualMachine(reading: Reading, resource: Resource, podLabels: Labels, podAnnotations: Labels, entry: Fields, path: string): Workload {
  const serviceAccount = readText(reading, entry.serviceAccount, `${path}serviceAccount`);
  const ports = [...readPortMap(reading, entry.ports, `${path}ports`)];
  return Object.freeze({
    ...resource,
    podLabels,
    podAnnotations,
    containerPorts: frozenList(ports.map(([name, number]): ContainerPort => Object.freeze({ name, number, container: '' }))),
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
