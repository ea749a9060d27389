import { AnswerCache } from './answer-cache';
import { contest } from './contest';
import { writtenMode } from './mode-step';
import { canDiffer, Choice, Contests, predictedChoice } from './outcomes';
import { EffectiveMode } from '../model/mode';
import { Policy } from '../model/policy';
import { emptyMap } from '../model/sealed-map';
import { MeshSnapshot } from '../model/snapshot';

/** The hint that clients use for all services of a namespace. */
export interface NamespaceModeAnswer {
  readonly mode: EffectiveMode | 'UNKNOWN';
  /** The policy that says so; `undefined`: none does. */
  readonly decidedBy: Policy | undefined;
  /** Another tie-break, or another copy of a policy, could give another mode. */
  readonly ambiguous: boolean;
  /** Whether the input shows where the mode comes from. */
  readonly known: boolean;
}

const CACHE = new AnswerCache<NamespaceModeAnswer>();

/** The hint that clients use for all services of a namespace; workload policies and ports play no part (sidecar.md C10). */
export function namespaceMode(mesh: MeshSnapshot, namespace: string | undefined): EffectiveMode | 'UNKNOWN' {
  return namespaceModeAnswer(mesh, namespace).mode;
}

/** The same, with what it leans on. */
export function namespaceModeAnswer(mesh: MeshSnapshot, namespace: string | undefined): NamespaceModeAnswer {
  return CACHE.get(mesh, namespace, [], () => resolve(mesh, namespace));
}

function resolve(mesh: MeshSnapshot, namespace: string | undefined): NamespaceModeAnswer {
  const contests: Contests = {
    mesh: contest(mesh, mesh.meshPolicies, 'by-name'),
    namespace: contest(mesh, mesh.namespacePolicies(namespace), 'by-name'),
    workload: contest(mesh, [], 'by-name'),
  };
  const choice = predictedChoice(contests);
  const decidedBy = [choice.namespace, choice.mesh].find(policy => policy !== undefined && policy.mode !== 'UNSET');
  const shown = decidedBy !== undefined || choice.mesh !== undefined || mesh.profile.meshMode !== undefined || mesh.profile.complete;
  return Object.freeze({
    mode: modeOf(mesh, choice),
    decidedBy,
    ambiguous: canDiffer(contests, other => ({ mode: modeOf(mesh, other), ports: emptyMap() })),
    known: namespace !== undefined && shown,
  });
}

function modeOf(mesh: MeshSnapshot, { mesh: meshPolicy, namespace }: Choice): EffectiveMode | 'UNKNOWN' {
  if (namespace !== undefined && namespace.mode !== 'UNSET') return namespace.mode;
  const isSilent = namespace === undefined && meshPolicy === undefined && mesh.profile.meshMode === undefined;
  const meshMode = writtenMode(mesh, 'mesh', meshPolicy);
  if (isSilent) return 'UNKNOWN';
  return meshMode === 'UNSET' ? 'PERMISSIVE' : meshMode;
}
