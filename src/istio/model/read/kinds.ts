import { Node } from './node';
import { TemplatePath } from './pod-template';
import { readAuthorizationPolicy } from './read-authorization-policy';
import { readAdmissionWebhooks, readApiService, readConversionWebhook } from './read-callers';
import { readGateway, readRoute } from './read-gateway-api';
import { readIngress } from './read-ingress';
import { readPolicy } from './read-policy';
import { readRule } from './read-rule';
import { readService } from './read-service';
import { readServiceEntry } from './read-service-entry';
import { readSidecar } from './read-sidecar';
import { readWorkloadEntry, readWorkloadGroup } from './read-virtual-machine';
import { apiGroupOf } from '../api-group';
import { MeshContents } from '../mesh-contents';
import { Profile } from '../profile';
import { Resource } from '../resource';
import { CallerReference } from '../surroundings';

type Read<T> = (root: Node, resource: Resource, profile: Profile) => T | undefined;

/** How one kind of one API group is read. */
export interface KindReader {
  readonly group: string;
  readonly clusterScoped?: true;
  /** Where the pod template stands; such kinds are read after all Namespaces. */
  readonly template?: TemplatePath;
  readonly add?: (contents: MeshContents, root: Node, resource: Resource, profile: Profile) => void;
}

const SECURITY = 'security.istio.io';
const NETWORKING = 'networking.istio.io';
const GATEWAY_API = 'gateway.networking.k8s.io';
const TEMPLATE: TemplatePath = ['spec', 'template'];

/** All kinds that say something about mutual TLS; the others are passed over. */
const KINDS: ReadonlyMap<string, readonly KindReader[]> = new Map<string, readonly KindReader[]>([
  ['PeerAuthentication', [into(SECURITY, to => to.policies, readPolicy)]],
  ['AuthorizationPolicy', [into(SECURITY, to => to.authorizationPolicies, readAuthorizationPolicy)]],
  ['DestinationRule', [into(NETWORKING, to => to.rules, readRule)]],
  ['ServiceEntry', [into(NETWORKING, to => to.serviceEntries, readServiceEntry)]],
  ['Sidecar', [into(NETWORKING, to => to.sidecars, readSidecar)]],
  ['WorkloadEntry', [into(NETWORKING, to => to.workloads, readWorkloadEntry)]],
  ['WorkloadGroup', [into(NETWORKING, to => to.workloads, readWorkloadGroup)]],
  ['Service', [into('', to => to.services, readService), { group: 'serving.knative.dev', template: TEMPLATE }]],
  ['Namespace', [{ ...into('', to => to.namespaces, (_, resource) => Object.freeze(resource)), clusterScoped: true }]],
  ['Pod', [{ group: '', template: [] }]],
  ['ReplicationController', templates('')],
  ['Deployment', templates('apps', 'extensions')],
  ['DaemonSet', templates('apps', 'extensions')],
  ['ReplicaSet', templates('apps', 'extensions')],
  ['StatefulSet', templates('apps')],
  ['Job', templates('batch')],
  ['CronJob', [{ group: 'batch', template: ['spec', 'jobTemplate', 'spec', 'template'] }]],
  ['Rollout', templates('argoproj.io')],
  ['DeploymentConfig', templates('apps.openshift.io')],
  ['Gateway', [into(GATEWAY_API, to => to.gateways, readGateway)]],
  ['HTTPRoute', [caller(GATEWAY_API, readRoute)]],
  ['GRPCRoute', [caller(GATEWAY_API, readRoute)]],
  ['TCPRoute', [caller(GATEWAY_API, readRoute)]],
  ['TLSRoute', [caller(GATEWAY_API, readRoute)]],
  ['Ingress', [caller('networking.k8s.io', readIngress), caller('extensions', readIngress)]],
  ['ValidatingWebhookConfiguration', [clusterCaller('admissionregistration.k8s.io', readAdmissionWebhooks)]],
  ['MutatingWebhookConfiguration', [clusterCaller('admissionregistration.k8s.io', readAdmissionWebhooks)]],
  ['APIService', [clusterCaller('apiregistration.k8s.io', readApiService)]],
  ['CustomResourceDefinition', [clusterCaller('apiextensions.k8s.io', readConversionWebhook)]],
]);

/** The reader of a kind; `undefined` for those that are passed over. */
export function kindReader(apiVersion: string, kind: string): KindReader | undefined {
  const readers = KINDS.get(kind);
  if (readers === undefined) return undefined;
  const group = apiGroupOf(apiVersion);
  return readers.find(reader => reader.group === group);
}

function into<T>(group: string, listOf: (contents: MeshContents) => T[], read: Read<T>): KindReader {
  return {
    group,
    add: (contents, root, resource, profile) => {
      const found = read(root, resource, profile);
      if (found !== undefined) listOf(contents).push(found);
    },
  };
}

function templates(...groups: string[]): readonly KindReader[] {
  return groups.map(group => ({ group, template: TEMPLATE }));
}

function caller(group: string, read: Read<CallerReference>): KindReader {
  return into(group, contents => contents.callers, read);
}

function clusterCaller(group: string, read: Read<CallerReference>): KindReader {
  return { ...caller(group, read), clusterScoped: true };
}
