import { ConformanceCase } from './conformance-case';

/** Feature flags of istiod that the library knows. */
const MODELLED: readonly string[] = ['ENABLE_TLS_ON_SIDECAR_INGRESS'];

export function hasFeature(conformanceCase: ConformanceCase, feature: string): boolean {
  return featuresOf(conformanceCase).includes(feature);
}

/** Class "cases with `requiresFeature`": flags that are off by default and that the library does not model. */
export function unmodelledFeature(conformanceCase: ConformanceCase): string | undefined {
  const unknown = featuresOf(conformanceCase).filter((feature) => !MODELLED.includes(feature));
  return unknown.length === 0 ? undefined : `requires the feature ${unknown.join(', ')}, which is off by default and not modelled`;
}

function featuresOf({ given }: ConformanceCase): readonly string[] {
  const { requiresFeature, features } = given;
  const required = requiresFeature === undefined ? [] : [requiresFeature].flat();
  const enabled = Object.entries(features ?? {}).filter(([, on]) => on === true).map(([name]) => name);
  return [...required, ...enabled];
}
