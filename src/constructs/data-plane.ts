/** How the traffic of a workload gets into the mesh. */
export enum DataPlane {
  /** A proxy beside each pod. */
  SIDECAR = 'sidecar',

  /** The node's ztunnel. */
  AMBIENT = 'ambient',

  /** Not at all: nothing enforces a policy there. */
  NONE = 'none',
}
