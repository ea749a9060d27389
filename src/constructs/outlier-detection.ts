/**
 * When a client leaves out a pod that fails.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/#OutlierDetection
 */
export interface OutlierDetection {
  /**
   * Server errors in a row.
   *
   * @default 5
   */
  readonly consecutive5xxErrors?: number;

  /**
   * Gateway errors (502, 503, 504) in a row.
   *
   * @default - they do not count by themselves
   */
  readonly consecutiveGatewayErrors?: number;

  /**
   * Failures before an answer in a row; needs `splitExternalLocalOriginErrors`.
   *
   * @default 5
   */
  readonly consecutiveLocalOriginFailures?: number;

  /**
   * Count failures before an answer apart from errors in an answer.
   *
   * @default false
   */
  readonly splitExternalLocalOriginErrors?: boolean;

  /**
   * How often pods are judged, such as "10s".
   *
   * @default "10s"
   */
  readonly interval?: string;

  /**
   * How long a pod is left out at first, such as "30s".
   *
   * @default "30s"
   */
  readonly baseEjectionTime?: string;

  /**
   * The share of pods that may be left out, in percent.
   *
   * @default 10
   */
  readonly maxEjectionPercent?: number;

  /**
   * The share of healthy pods below which none is left out, in percent.
   *
   * @default 0
   */
  readonly minHealthPercent?: number;
}
