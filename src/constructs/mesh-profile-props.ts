import { DataPlane } from './data-plane';
import { Enforcement } from './enforcement';
import { MtlsMode } from './mtls-mode';

/** What manifests cannot tell about a mesh. */
export interface MeshProfileProps {
  /**
   * The name of the mesh. Profiles with equal names describe one mesh; objects of different meshes never conflict.
   *
   * @default "default"
   */
  readonly mesh?: string;

  /**
   * The namespace whose policies hold for the whole mesh: `meshConfig.rootNamespace`.
   *
   * @default "istio-system"
   */
  readonly rootNamespace?: string;

  /**
   * The DNS domain of the cluster.
   *
   * @default "cluster.local"
   */
  readonly clusterDomain?: string;

  /**
   * The trust domain of the mesh's identities: `meshConfig.trustDomain`.
   *
   * @default "cluster.local"
   */
  readonly trustDomain?: string;

  /**
   * Whether clients choose mutual TLS by themselves: `meshConfig.enableAutoMtls`.
   *
   * @default true
   */
  readonly autoMtls?: boolean;

  /**
   * The data plane of workloads whose manifests do not tell.
   *
   * @default - unknown
   */
  readonly dataPlane?: DataPlane;

  /**
   * The version of Istio, such as "1.30": some rules differ between releases.
   *
   * @default - unknown
   */
  readonly istioVersion?: string;

  /**
   * The mode of the mesh-wide policy, if somebody else owns it.
   *
   * @default - the mesh-wide policy is in this App, or there is none
   */
  readonly meshMode?: MtlsMode;

  /**
   * Who sees a rule without `exportTo`: `meshConfig.defaultDestinationRuleExportTo`.
   *
   * @default ["*"]
   */
  readonly defaultRuleExportTo?: string[];

  /**
   * Whether this App holds everything that the mesh holds. If not, the absence of an object proves nothing.
   *
   * @default false
   */
  readonly complete?: boolean;

  /**
   * What happens at synth when the analysis finds an error.
   *
   * @default Enforcement.FAIL
   */
  readonly enforcement?: Enforcement;

  /**
   * The day on which exceptions are judged, as `YYYY-MM-DD`. The library reads no clock.
   *
   * @default - exceptions are never overdue
   */
  readonly today?: string;
}
