import { Policy } from './policy';
import { Rule } from './rule';
import { Service, ServiceEntry } from './service';
import { AuthorizationPolicy, CallerReference, Gateway, Namespace, Sidecar } from './surroundings';
import { Workload } from './workload';

/** The objects of one mesh, while they are collected. */
export class MeshContents {
  readonly policies: Policy[] = [];
  readonly rules: Rule[] = [];
  readonly services: Service[] = [];
  readonly serviceEntries: ServiceEntry[] = [];
  readonly namespaces: Namespace[] = [];
  readonly workloads: Workload[] = [];
  readonly sidecars: Sidecar[] = [];
  readonly authorizationPolicies: AuthorizationPolicy[] = [];
  readonly callers: CallerReference[] = [];
  readonly gateways: Gateway[] = [];
}
