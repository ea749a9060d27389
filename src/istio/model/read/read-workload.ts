import { completed } from './completed';
import { Node } from './node';
import { readContainerPorts } from './read-container-ports';
import { readLabels } from './read-labels';
import { readFlag, readText } from './read-values';
import { isGateway } from '../data-plane/is-gateway';
import { NamespaceEnrolment } from '../data-plane/namespace-enrolment';
import { PodFacts } from '../data-plane/pod-facts';
import { proxyContainer } from '../data-plane/proxy-container';
import { readDataPlane } from '../data-plane/read-data-plane';
import { Profile } from '../profile';
import { Resource } from '../resource';
import { Workload } from '../workload';

/** A Pod, or any kind with a pod template. */
export function readWorkload(template: Node, resource: Resource, namespace: NamespaceEnrolment | undefined, profile: Profile): Workload {
  const metadata = template.section('metadata');
  const podSpec = template.section('spec');
  const pod: PodFacts = {
    namespace: resource.namespace,
    labels: readLabels(metadata, 'labels', resource.labels),
    annotations: readLabels(metadata, 'annotations'),
    hostNetwork: readFlag(podSpec, 'hostNetwork'),
    proxy: proxyContainer(podSpec.fields),
  };
  return completed(resource, {
    podLabels: pod.labels,
    podAnnotations: pod.annotations,
    containerPorts: readContainerPorts(podSpec),
    dataPlane: readDataPlane(pod, namespace, profile),
    gateway: isGateway(pod),
    hostNetwork: pod.hostNetwork,
    serviceAccount: readText(podSpec, 'serviceAccountName') ?? readText(podSpec, 'serviceAccount'),
    virtualMachine: false,
    podSpec: podSpec.fields,
  });
}
