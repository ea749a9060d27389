import { ApiObjectMetadata } from 'cdk8s';
import { IstioApiVersion } from './istio-api-version';

/** What every policy and rule accepts. */
export interface IstioResourceProps {
  /**
   * Labels, annotations, or another name.
   *
   * @default - the name that the construct describes, in the namespace of the chart
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * The namespace of the object, if it is not that of the chart.
   *
   * @default - `metadata.namespace`, else the namespace of the chart
   */
  readonly namespace?: string;

  /**
   * The version of Istio's API.
   *
   * @default IstioApiVersion.V1
   */
  readonly apiVersion?: IstioApiVersion;
}
