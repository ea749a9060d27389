import { Rule, TlsSettings, TrafficPolicy } from '../../istio/model/rule';

/** A place of a rule that says how its clients send. */
export interface TlsBlock {
  readonly rule: Rule;
  readonly tls: TlsSettings;
  /** Of the mode, or of the block that leaves it out. */
  readonly path: string;
  /** For one Service port only. */
  readonly servicePort: number | undefined;
  /** For one subset only: whether anybody routes to it, the rule does not say. */
  readonly subset: string | undefined;
}

/** Every `tls` block of a rule, in its order. */
export function tlsBlocks(rule: Rule): readonly TlsBlock[] {
  return [
    ...blocksOf(rule, rule.trafficPolicy, 'spec.trafficPolicy', undefined),
    ...rule.subsets.flatMap(({ name, trafficPolicy }, index) => blocksOf(rule, trafficPolicy, `spec.subsets[${index}].trafficPolicy`, name)),
  ];
}

function blocksOf(rule: Rule, policy: TrafficPolicy | undefined, path: string, subset: string | undefined): TlsBlock[] {
  if (policy === undefined) { return []; }
  const block = (tls: TlsSettings | undefined, place: string, servicePort: number | undefined): TlsBlock[] =>
    tls === undefined ? [] : [{ rule, tls, path: tls.modeGiven ? `${place}.tls.mode` : `${place}.tls`, servicePort, subset }];
  return [
    ...block(policy.tls, path, undefined),
    ...policy.ports.flatMap((entry, index) => block(entry.tls, `${path}.portLevelSettings[${index}]`, entry.servicePort)),
  ];
}
