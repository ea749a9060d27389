import { IstioVersion } from '../model/profile';

/** One thing that Istio releases do differently. */
export interface VersionRule {
  readonly id: VersionRuleId;
  /** First release that always does it. */
  readonly since: IstioVersion;
  /** First release with a patch that does it: in between, the patch release decides. */
  readonly patchedSince?: IstioVersion;
  /** What holds from then on. */
  readonly what: string;
  /** What held before. */
  readonly before: string;
  /** Public reference. */
  readonly source: string;
}

export type VersionRuleId =
  | 'ambient-port-exceptions'
  | 'ambient-strict-ports'
  | 'crd-validation'
  | 'native-sidecars'
  | 'os-ca-roots'
  | 'secure-metrics-port'
  | 'subset-tls-inheritance'
  | 'v1-api'
  | 'waypoint-to-sidecar';

/** The releases that the model describes. */
export const OLDEST_MODELLED: IstioVersion = { major: 1, minor: 22 };
export const NEWEST_MODELLED: IstioVersion = { major: 1, minor: 32 };

/** All rules that differ between releases, oldest first. */
export const VERSION_RULES: readonly VersionRule[] = Object.freeze([
  rule('os-ca-roots', 21, {
    what: 'SIMPLE and MUTUAL without caCertificates verify the server against the certificates of the operating system',
    before: 'SIMPLE and MUTUAL without caCertificates do not verify the server',
    source: 'sidecar.md E7',
  }),
  rule('v1-api', 22, {
    what: 'PeerAuthentication and DestinationRule are served as v1',
    before: 'PeerAuthentication and DestinationRule are served as v1beta1 only',
    source: 'Istio 1.22 release notes',
  }),
  rule('crd-validation', 23, {
    what: 'the API server itself refuses portLevelMtls without selector labels, without entries, or with a port outside 1 to 65535',
    before: 'only the webhook refuses portLevelMtls without selector labels; where it fails, the entry is accepted and ignored',
    source: 'istio/api#3223',
  }),
  rule('waypoint-to-sidecar', 24, {
    what: 'a waypoint sends mutual TLS to a workload with a sidecar',
    before: 'a waypoint may send plaintext to a workload with a sidecar',
    source: 'istio/istio#52339',
  }),
  rule('ambient-port-exceptions', 25, {
    what: 'in ambient, port exceptions of a policy that inherits STRICT take effect',
    before: 'in ambient, port exceptions of a policy that inherits STRICT are ignored',
    source: 'istio/istio#53884',
    patchedMinor: 22,
  }),
  rule('ambient-strict-ports', 25, {
    what: 'in ambient, each of several STRICT ports of one policy is enforced',
    before: 'in ambient, several STRICT ports of one policy cancel each other and stay open',
    source: 'istio/istio#54146',
    patchedMinor: 22,
  }),
  rule('native-sidecars', 28, {
    what: 'the proxy is a native sidecar where Kubernetes can do that: init containers after it have the mesh',
    before: 'the proxy is an ordinary container unless native sidecars are switched on: init containers run without the mesh',
    source: 'istio/istio#56428',
  }),
  rule('secure-metrics-port', 31, {
    what: 'proxies can serve metrics on a port with mutual TLS',
    before: 'proxies serve metrics in plaintext only',
    source: 'istio/istio#60391',
  }),
  rule('subset-tls-inheritance', 31, {
    what: 'for the choice per endpoint, a subset policy without tls takes the tls of its rule',
    before: 'for the choice per endpoint, a subset policy without tls counts as no tls, although the cluster takes that of its rule',
    source: 'istio/istio#60792',
  }),
]);

function rule(id: VersionRuleId, minor: number, words: Pick<VersionRule, 'what' | 'before' | 'source'> & { readonly patchedMinor?: number }): VersionRule {
  const { patchedMinor, ...rest } = words;
  const patched = patchedMinor === undefined ? {} : { patchedSince: Object.freeze({ major: 1, minor: patchedMinor }) };
  return Object.freeze({ id, since: Object.freeze({ major: 1, minor }), ...patched, ...rest });
}
