import { ApiObjectMetadata } from 'cdk8s';
import { refuse, refuseAny } from './refuse';
import { annotationProblems } from '../../istio/admission/annotation-problems';
import { objectNameProblem } from '../../istio/admission/kubernetes-problems';

/** The user's metadata with name and namespace settled early: cdk8s then computes no hash. */
export function objectMetadata(
  given: ApiObjectMetadata | undefined,
  defaultName: string,
  namespace: string,
  annotations?: Readonly<Record<string, string>>,
): ApiObjectMetadata {
  const name = given?.name ?? defaultName;
  refuse(objectNameProblem(name));
  if (given?.annotations !== undefined) refuseAny(annotationProblems(given.annotations));
  return {
    ...given,
    name,
    namespace,
    ...(annotations === undefined ? undefined : { annotations: { ...given?.annotations, ...annotations } }),
  };
}
