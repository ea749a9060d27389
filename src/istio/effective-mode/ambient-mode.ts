import { AnswerCache } from './answer-cache';
import { bindPolicies } from './bind-policies';
import { contest } from './contest';
import { convertPolicy } from './convert-policy';
import { decider, isShown } from './decider';
import { ModeAnswer, ModeSubject } from './mode-answer';
import { modeStep, writtenMode } from './mode-step';
import { canDiffer, Choice, Contests, Outcome, predictedChoice } from './outcomes';
import { usedRules } from './used-rules';
import { deniesPlaintext, STATIC_STRICT } from './ztunnel-deny';
import { EffectiveMode, Mode } from '../model/mode';
import { Policy } from '../model/policy';
import { emptyMap, sealedMapOf } from '../model/sealed-map';
import { MeshSnapshot } from '../model/snapshot';

/** What ztunnel enforces: STRICT drops connections without mesh identity, PERMISSIVE lets them through (ambient-and-traffic.md A1). */
export interface AmbientAnswer extends ModeAnswer {
  /** L4 policies attached to the workload, `namespace/name`, as `istioctl ztunnel-config` lists them. */
  readonly attached: readonly string[];
  /** An attached policy does not exist: ztunnel skips it, and all ports are open (A13, A14). */
  readonly dangling: boolean;
}

type AmbientOutcome = Outcome & Pick<AmbientAnswer, 'attached' | 'dangling'>;

const CACHE = new AnswerCache<AmbientAnswer>();
/** No policy can name it. */
const UNNAMED_PORT = 0;

/** What ztunnel enforces for these pods (ambient-and-traffic.md A). */
export function ambientMode(mesh: MeshSnapshot, subject: ModeSubject): AmbientAnswer {
  const candidates = mesh.workloadPolicies(subject.namespace, subject.podLabels);
  return CACHE.get(mesh, subject.namespace, candidates, () => resolve(mesh, subject, candidates));
}

function resolve(mesh: MeshSnapshot, subject: ModeSubject, candidates: readonly Policy[]): AmbientAnswer {
  const contests: Contests = {
    mesh: contest(mesh, visibleMeshPolicies(mesh, subject), 'open'),
    namespace: contest(mesh, mesh.namespacePolicies(subject.namespace), 'open'),
    workload: contest(mesh, candidates, 'open'),
  };
  const choice = predictedChoice(contests);
  const outcome = outcomeOf(mesh, subject, choice);
  const decidedBy = outcome.dangling ? choice.workload : decider(choice);
  const chain = [modeStep(mesh, 'mesh', contests.mesh), modeStep(mesh, 'namespace', contests.namespace), modeStep(mesh, 'workload', contests.workload)];
  return Object.freeze({
    ...outcome,
    dataPlane: 'ambient',
    decidedBy,
    chain: Object.freeze(chain),
    ambiguous: canDiffer(contests, other => outcomeOf(mesh, subject, other)),
    known: isShown(subject, decidedBy, chain[0]),
    rules: rulesUsed(contests, outcome),
  });
}

// A3, A5: from other namespaces, `selector: {}` hides a mesh policy.
function visibleMeshPolicies(mesh: MeshSnapshot, subject: ModeSubject): readonly Policy[] {
  return subject.namespace === mesh.profile.rootNamespace ? mesh.meshPolicies : withoutSelector(mesh.meshPolicies);
}

function outcomeOf(mesh: MeshSnapshot, subject: ModeSubject, choice: Choice): AmbientOutcome {
  const { workload } = choice;
  const bound = bindPolicies({ mesh: writtenMode(mesh, 'mesh', choice.mesh), namespace: choice.namespace?.mode ?? 'UNSET', workload });
  const converted = bound.converted === undefined ? undefined : convertPolicy(bound.converted, parentModes(mesh, subject, choice));
  const groups = [...bound.staticStrict ? STATIC_STRICT : [], ...converted ?? []];
  const modeAt = (workloadPort: number): EffectiveMode => deniesPlaintext(groups, workloadPort) ? 'STRICT' : 'PERMISSIVE';
  const ports = workload?.ports ?? emptyMap<number, Mode>();
  return {
    mode: modeAt(UNNAMED_PORT),
    ports: sealedMapOf([...ports.keys()], modeAt),
    attached: Object.freeze([...bound.staticStrict ? [`${mesh.profile.rootNamespace}/istio_converted_static_strict`] : [], ...convertedName(bound.converted)]),
    dangling: bound.converted !== undefined && converted === undefined,
  };
}

/** The converter reads only policies without any selector field (A5). */
function parentModes(mesh: MeshSnapshot, subject: ModeSubject, choice: Choice) {
  const meshPolicy = choice.mesh?.selector === 'none' ? choice.mesh : withoutSelector(mesh.meshPolicies).at(0);
  const namespacePolicy = choice.namespace?.selector === 'none' ? choice.namespace : withoutSelector(mesh.namespacePolicies(subject.namespace)).at(0);
  return { mesh: meshPolicy?.mode ?? mesh.profile.meshMode, namespace: namespacePolicy?.mode };
}

function withoutSelector(policies: readonly Policy[]): readonly Policy[] {
  return policies.filter(policy => policy.selector === 'none');
}

function convertedName(policy: Policy | undefined): readonly string[] {
  return policy === undefined ? [] : [`${policy.namespace ?? ''}/converted_peer_authentication_${policy.name}`];
}

function rulesUsed({ mesh, namespace, workload }: Contests, outcome: AmbientOutcome): readonly string[] {
  return usedRules('ambient-and-traffic.md', [
    ['A3', true],
    ['A6', mesh.losers.length + namespace.losers.length + workload.losers.length > 0],
    ['A7', true],
    ['A8', outcome.mode === 'STRICT'],
    ['A9', outcome.ports.size > 0],
    ['A11', outcome.attached.some(name => name.includes('/converted_'))],
  ]);
}
