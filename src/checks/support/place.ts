import { ServicePort } from '../../istio/model/service';
import { TrafficCall, TrafficDestination, TrafficServer } from '../../istio/traffic/traffic-question';

/** Where connections of the mesh end: what clients dial, and what answers. */
export interface Place {
  /** What clients may dial: several when the input does not say which of them leads here. */
  readonly destinations: readonly TrafficDestination[];
  /** Where that may arrive: one kind of pods, at several workload ports when the input does not say which. */
  readonly servers: readonly TrafficServer[];
  readonly call: TrafficCall;
  /** The Service port, where the Service is known. */
  readonly port: ServicePort | undefined;
  /**
   * When something is wrong here. `destination`: one of the destinations fails at every server. `server`: one of the servers is failed by
   * every destination. `either`.
   */
  readonly failsBy: 'destination' | 'server' | 'either';
}
