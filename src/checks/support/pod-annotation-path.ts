import { keyPath } from '../../istio/admission/field-path';
import { kindReader } from '../../istio/model/read/kinds';
import { Workload } from '../../istio/model/workload';

/** The path of an annotation of the pods; without a key: of all of them. */
export function podAnnotationPath({ apiVersion, kind }: Workload, key: string | undefined): string {
  const path = [...kindReader(apiVersion, kind)?.template ?? [], 'metadata', 'annotations'].join('.');
  return key === undefined ? path : keyPath(path, key);
}
