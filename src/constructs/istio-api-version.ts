/** A version of Istio's security and networking API. */
export enum IstioApiVersion {
  /** `v1`, served since Istio 1.22. */
  V1 = 'v1',

  /** `v1beta1`, for clusters with an older Istio. */
  V1BETA1 = 'v1beta1',
}
