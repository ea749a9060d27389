import { ConnectionPoolSettings } from './connection-pool-settings';
import { LoadBalancerSettings } from './load-balancer-settings';
import { OutlierDetection } from './outlier-detection';

/** What a rule says besides TLS. Istio uses one rule per host, so these settings belong into the rule that sets TLS. */
export interface TrafficSettings {
  /**
   * How a pod is chosen.
   *
   * @default - Istio's
   */
  readonly loadBalancer?: LoadBalancerSettings;

  /**
   * Limits for connections and requests.
   *
   * @default - no limits
   */
  readonly connectionPool?: ConnectionPoolSettings;

  /**
   * When a pod that fails is left out.
   *
   * @default - never
   */
  readonly outlierDetection?: OutlierDetection;

  /**
   * Other fields of Istio's `trafficPolicy`, as its reference writes them; also a whole `loadBalancer`, `connectionPool` or `outlierDetection` with fields that the typed
   * settings do not have.
   *
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/#TrafficPolicy
   * @default - none
   */
  readonly additionalSettings?: { [field: string]: any };
}
