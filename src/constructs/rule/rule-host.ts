import { IConstruct } from 'constructs';
import { isAbsent } from '../../istio/admission/fields';
import { profileOf } from '../../tree/profile-declaration';
import { ServiceReference } from '../kubernetes/service-reference';
import { MeshPairedRuleOptions } from '../paired-rule-options';

/** A host that clients dial: written, or that of a Service. */
export interface RuleHost {
  readonly service: ServiceReference | undefined;
  /** Asked at synth: the cluster domain stands in a profile that may come later. */
  name(construct: IConstruct): string;
}

export function ruleHost(host: string | undefined, service: IConstruct | undefined, namespace: string): RuleHost {
  if (isAbsent(host) === isAbsent(service)) throw new Error(`${isAbsent(host) ? 'neither host nor service is' : 'both host and service are'} given; write one of the two`);
  if (!isAbsent(service)) return hostOfService(new ServiceReference(service!), namespace);
  return { service: undefined, name: () => host! };
}

/** Which services have proxies is not known here, and `*.local` would reach those that have none. */
export function meshHost({ host }: MeshPairedRuleOptions): RuleHost {
  if (!isAbsent(host)) return { service: undefined, name: () => host };
  throw new Error('pairedRule of a mesh-wide policy has no host; write the services that have proxies, such as "*.production.svc.cluster.local": '
    + '"*.local" would reach the API server as well');
}

export function hostOfService(service: ServiceReference, namespace: string): RuleHost {
  return { service, name: (construct) => inCluster(`${service.object.name}.${service.namespace ?? namespace}`, construct) };
}

/** Every service of a namespace. */
export function hostOfNamespace(namespace: string): RuleHost {
  return { service: undefined, name: (construct) => inCluster(`*.${namespace}`, construct) };
}

function inCluster(name: string, construct: IConstruct): string {
  return `${name}.svc.${profileOf(construct).clusterDomain}`;
}
