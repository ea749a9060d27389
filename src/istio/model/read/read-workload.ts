import { PodTemplate } from './pod-templates';
import { readContainerPorts } from './read-container-ports';
import { readLabels } from './read-labels';
import { readFlag, readText } from './read-values';
import { Reading } from './reading';
import { Fields } from '../../admission/fields';
import { isGateway } from '../data-plane/is-gateway';
import { NamespaceEnrolment } from '../data-plane/namespace-enrolment';
import { PodFacts } from '../data-plane/pod-facts';
import { proxyContainer } from '../data-plane/proxy-container';
import { readDataPlane } from '../data-plane/read-data-plane';
import { Profile } from '../profile';
import { Resource } from '../resource';
import { Workload } from '../workload';

const NO_SPEC: Fields = Object.freeze({});

/** A Pod, or any kind with a pod template. */
export function readWorkload(
  reading: Reading, resource: Resource, template: PodTemplate, namespace: NamespaceEnrolment | undefined, profile: Profile,
): Workload {
  const podSpec = template.spec ?? NO_SPEC;
  const pod: PodFacts = {
    namespace: resource.namespace,
    labels: readLabels(reading, template.metadata?.labels, `${template.path}metadata.labels`),
    annotations: readLabels(reading, template.metadata?.annotations, `${template.path}metadata.annotations`),
    hostNetwork: podSpec.hostNetwork !== undefined && readFlag(reading, podSpec.hostNetwork, `${template.path}spec.hostNetwork`),
    proxy: proxyContainer(podSpec),
  };
  return Object.freeze({
    ...resource,
    podLabels: pod.labels,
    podAnnotations: pod.annotations,
    containerPorts: readContainerPorts(reading, podSpec, `${template.path}spec.`),
    dataPlane: readDataPlane(pod, namespace, profile),
    gateway: isGateway(pod),
    hostNetwork: pod.hostNetwork,
    serviceAccount: readText(reading, podSpec.serviceAccountName ?? podSpec.serviceAccount, `${template.path}spec.serviceAccountName`),
    virtualMachine: false,
    podSpec,
  });
}
