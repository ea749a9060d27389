import { ApiObjectMetadata } from 'cdk8s';
import { refuse, refuseAny } from './refuse';
import { annotationProblems } from '../../istio/admission/annotation-problems';
import { objectNameProblem } from '../../istio/admission/kubernetes-problems';
import { Objection } from '../../istio/admission/objection';

const FROM_PATH = 'it is the construct path below the chart: choose such ids, or write metadata.name';

/** The user's metadata with name and namespace settled early: cdk8s then computes no hash. */
export function objectMetadata(
  given: ApiObjectMetadata | undefined,
  defaultName: string,
  namespace: string,
  annotations?: Readonly<Record<string, string>>,
): ApiObjectMetadata {
  const name = given?.name ?? defaultName;
  refuse(nameProblem(name, given?.name === undefined));
  if (given?.annotations !== undefined) refuseAny(annotationProblems(given.annotations));
  if (given === undefined && annotations === undefined) return { name, namespace };
  return {
    ...given,
    name,
    namespace,
    ...(annotations === undefined ? undefined : { annotations: { ...given?.annotations, ...annotations } }),
  };
}

function nameProblem(name: string, fromPath: boolean): Objection | undefined {
  const problem = objectNameProblem(name);
  return problem !== undefined && fromPath ? { ...problem, message: `${problem.message}; ${FROM_PATH}` } : problem;
}
