import { ApiObjectMetadataDefinition } from 'cdk8s';

export function annotate(metadata: ApiObjectMetadataDefinition, annotations: Readonly<Record<string, string>>): void {
  for (const [key, value] of Object.entries(annotations)) metadata.addAnnotation(key, value);
}
