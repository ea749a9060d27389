import { basename } from 'node:path';

/** `construct-metadata.json` as cdk8s-cli hands it over: keyed by name alone, so that of two objects called `default` it knows one. */
export type ConstructMetadata = Readonly<Record<string, { readonly path: string } | undefined>>;

/**
 * The construct path of an object in a file. What the metadata says counts if it fits the file, which is named after the chart. If it does not,
 * it speaks about an object of the same name in another chart, and the same place in this file's chart is the best answer.
 */
export function constructPathOf(name: string, file: string, metadata: ConstructMetadata): string | undefined {
  const known = metadata[name]?.path;
  if (known === undefined) return undefined;
  const [chart, ...below] = known.split('/');
  const fileChart = chartOf(file);
  return fileChart === undefined || fileChart === chart ? known : [fileChart, ...below].join('/');
}

/** `dist/0001-team-a.k8s.yaml` holds the chart `team-a`; files per resource and per App name no chart. */
function chartOf(file: string): string | undefined {
  const name = basename(file).replace(/(\.k8s)?\.ya?ml$/, '').replace(/^\d{4}-/, '');
  return name === 'app' || name.includes('.') ? undefined : name;
}
