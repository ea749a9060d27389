import { TrafficAnswer } from '../../src/istio/traffic/traffic-answer';

/**
 * Whether the call is answered. Where that depends on the application, it is: a case that sends TLS through to a server has a server
 * that speaks it.
 */
export function isDelivered({ outcome, delivered }: TrafficAnswer): boolean | null {
  return delivered ?? (outcome === 'tls-passthrough' ? true : null);
}
