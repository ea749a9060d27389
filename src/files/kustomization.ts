import { dirname, resolve } from 'node:path';
import { Kustomization } from './input-read';
import { listOf, fieldsOf, textOf } from '../istio/admission/fields';

export function isKustomizationName(name: string): boolean {
  return /^(?:kustomization\.ya?ml|Kustomization)$/.test(name);
}

/** Which files a kustomization names; `show` turns a path of the disk into one of the report. */
export function kustomizationOf(value: unknown, path: string, show: (path: string) => string): Kustomization {
  const fields = fieldsOf(value) ?? {};
  const shown = (entries: readonly string[]) => entries
    // A patch may stand in the list itself.
    .filter((entry) => entry !== '' && !entry.includes('\n'))
    .map((entry) => show(resolve(dirname(path), entry)));
  const pathsIn = (list: unknown) => listOf(list).map((entry) => typeof entry === 'string' ? entry : textOf(fieldsOf(entry)?.path));
  return {
    file: show(path),
    resources: shown([...pathsIn(fields.resources), ...pathsIn(fields.bases), ...pathsIn(fields.components)]),
    patches: shown([...pathsIn(fields.patches), ...pathsIn(fields.patchesStrategicMerge), ...pathsIn(fields.patchesJson6902)]),
  };
}
