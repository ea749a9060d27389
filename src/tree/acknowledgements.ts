import { IConstruct } from 'constructs';

/** Somebody answers for the findings of one check on a construct and on everything below it. */
export interface TreeAcknowledgement {
  readonly id: string;
  readonly reason: string;
  readonly until: string | undefined;
  /** Path of the construct; empty: the whole App. */
  readonly construct: string;
}

/** Kind of the construct metadata that carries it: plain data, so that two copies of the library can read it. */
const METADATA = 'cdk8s-istio-mtls:acknowledgement';

export function acknowledgeFor(construct: IConstruct, { id, reason, until }: Omit<TreeAcknowledgement, 'construct'>): void {
  construct.node.addMetadata(METADATA, { id, reason, ...(until === undefined ? {} : { until }) });
}

export function acknowledgementsOf(construct: IConstruct): TreeAcknowledgement[] {
  return construct.node.metadata
    .filter(({ type }) => type === METADATA)
    .map(({ data }) => ({ id: data.id, reason: data.reason, until: data.until, construct: construct.node.path }));
}
