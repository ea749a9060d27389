import { ConsolidatedRule } from './consolidated-rule';
import { Labels } from '../model/resource';

export interface RuleQuestion {
  readonly client: RuleClient;
  readonly service: RuleService;
}

export interface RuleClient {
  readonly namespace: string | undefined;
  readonly labels: Labels;
}

export interface RuleService {
  /** Full name, e.g. `reviews.prod.svc.cluster.local`; hosts of ServiceEntries may be wildcards. */
  readonly host: string;
  /** Where the Service or ServiceEntry lives, whatever the host suggests (sidecar.md D5). `undefined`: not known. */
  readonly namespace: string | undefined;
}

/** Where the search ended (sidecar.md D3, D4). */
export type RulePlace = 'client' | 'service' | 'root';

export interface RuleAnswer {
  /** The rule in use: Istio's answer for one apply where `ambiguous`. */
  readonly rule: ConsolidatedRule | undefined;
  /** Entries visible to the client's namespace, before labels are looked at. */
  readonly list: readonly ConsolidatedRule[];
  readonly host: string | undefined;
  readonly place: RulePlace | undefined;
  /** Age decides what the client gets, and the manifests do not give it; or the input has copies of one of the rules. */
  readonly ambiguous: boolean;
  /** What was used to answer, e.g. `sidecar.md D3`. */
  readonly rules: readonly string[];
}
