import { MtlsObject } from './mtls-object';
import { TrafficOutcome } from './traffic-outcome';
import { MtlsMode } from '../constructs/mtls-mode';

/** What happens to a call at each workload behind a Service. */
export interface TrafficResult {
  /** One answer a workload, in order of their names; empty if the input has no workload behind the Service. */
  readonly endpoints: TrafficEndpoint[];
}

/** What happens to a call at one workload. */
export interface TrafficEndpoint {
  /**
   * The workload.
   *
   * @default - an endpoint that is only an address
   */
  readonly workload?: MtlsObject;

  /** The port on which the container listens. */
  readonly workloadPort: number;

  /** What happens. */
  readonly outcome: TrafficOutcome;

  /**
   * Whether the application gets the call.
   *
   * @default - it depends on whether the application speaks TLS itself
   */
  readonly delivered?: boolean;

  /**
   * How a refusal shows: "no-filter-chain" (connection reset), "tls-handshake", "http-codec", "application", "ztunnel", "server-name".
   *
   * @default - the call is not refused
   */
  readonly refusal?: string;

  /**
   * The mode of the workload port.
   *
   * @default - nothing enforces one
   */
  readonly serverMode?: MtlsMode;

  /**
   * The policy that decided the mode of the workload.
   *
   * @default - none does
   */
  readonly decidedBy?: MtlsObject;

  /**
   * The rule that the client uses.
   *
   * @default - none
   */
  readonly rule?: MtlsObject;

  /** Whether every link of the answer is in the input. */
  readonly proven: boolean;

  /** What the answer leans on without seeing it: "client", "service", "workload", "data-plane", "policy", "parent-mode", "rule" ... */
  readonly unknown: string[];

  /** The rules of Istio that were used. */
  readonly rules: string[];
}
