import { ApiObjectMetadata, ApiObjectProps } from 'cdk8s';
import { IstioApiVersion } from '../istio-api-version';
import { oneOf } from './one-of';

export function policyObject(version: IstioApiVersion | undefined, metadata: ApiObjectMetadata, spec: unknown): ApiObjectProps {
  return { apiVersion: `security.istio.io/${checkedVersion(version)}`, kind: 'PeerAuthentication', metadata, spec };
}

export function ruleObject(version: IstioApiVersion | undefined, metadata: ApiObjectMetadata, spec: unknown): ApiObjectProps {
  return { apiVersion: `networking.istio.io/${checkedVersion(version)}`, kind: 'DestinationRule', metadata, spec };
}

function checkedVersion(version: IstioApiVersion = IstioApiVersion.V1): string {
  return oneOf('apiVersion', IstioApiVersion, version);
}
