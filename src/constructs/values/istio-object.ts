import { ApiObjectMetadata, ApiObjectProps } from 'cdk8s';
import { IstioApiVersion } from '../istio-api-version';
import { oneOf } from './one-of';

const VERSIONS = Object.values(IstioApiVersion);
const OF_POLICIES = new Map(VERSIONS.map((version) => [version, `security.istio.io/${version}`]));
const OF_RULES = new Map(VERSIONS.map((version) => [version, `networking.istio.io/${version}`]));

export function policyObject(version: IstioApiVersion | undefined, metadata: ApiObjectMetadata, spec: unknown): ApiObjectProps {
  return { apiVersion: apiVersion(OF_POLICIES, version), kind: 'PeerAuthentication', metadata, spec };
}

export function ruleObject(version: IstioApiVersion | undefined, metadata: ApiObjectMetadata, spec: unknown): ApiObjectProps {
  return { apiVersion: apiVersion(OF_RULES, version), kind: 'DestinationRule', metadata, spec };
}

function apiVersion(known: ReadonlyMap<IstioApiVersion, string>, version: IstioApiVersion = IstioApiVersion.V1): string {
  return known.get(version) ?? oneOf('apiVersion', IstioApiVersion, version);
}
