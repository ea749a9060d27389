import { AnswerCache } from './answer-cache';
import { contest } from './contest';
import { decider, isShown } from './decider';
import { namespaceCandidates, workloadCandidates } from './level-candidates';
import { ModeAnswer, ModeSubject } from './mode-answer';
import { modeStep, writtenMode } from './mode-step';
import { canDiffer, Choice, Contests, Outcome, predictedChoice } from './outcomes';
import { usedRules } from './used-rules';
import { EffectiveMode, Mode } from '../model/mode';
import { Policy } from '../model/policy';
import { emptyMap, sealedMapOf } from '../model/sealed-map';
import { MeshSnapshot } from '../model/snapshot';

const CACHE = new AnswerCache<ModeAnswer>();

/** What a sidecar of these pods enforces (sidecar.md C). */
export function sidecarMode(mesh: MeshSnapshot, subject: ModeSubject): ModeAnswer {
  const candidates = workloadCandidates(mesh, subject);
  if (subject.serviceNamespaces !== undefined) return resolve(mesh, subject, candidates);
  return CACHE.get(mesh, subject.namespace, candidates, () => resolve(mesh, subject, candidates));
}

function resolve(mesh: MeshSnapshot, subject: ModeSubject, candidates: readonly Policy[]): ModeAnswer {
  const contests: Contests = {
    mesh: contest(mesh, mesh.meshPolicies, 'by-name'),
    namespace: contest(mesh, namespaceCandidates(mesh, subject), 'by-name'),
    workload: contest(mesh, candidates, 'by-name'),
  };
  const choice = predictedChoice(contests);
  const decidedBy = decider(choice);
  const chain = [modeStep(mesh, 'mesh', contests.mesh), modeStep(mesh, 'namespace', contests.namespace), modeStep(mesh, 'workload', contests.workload)];
  return Object.freeze({
    ...outcomeOf(mesh, choice),
    dataPlane: 'sidecar',
    decidedBy,
    chain: Object.freeze(chain),
    ambiguous: canDiffer(contests, other => outcomeOf(mesh, other)),
    known: isShown(subject, decidedBy, chain[0]),
    rules: rulesUsed(contests),
  });
}

// sidecar.md C7, C9
function outcomeOf(mesh: MeshSnapshot, { mesh: meshPolicy, namespace, workload }: Choice): Outcome {
  const inherited = override(override('PERMISSIVE', writtenMode(mesh, 'mesh', meshPolicy)), namespace?.mode);
  const mode = override(inherited, workload?.mode);
  const ports = workload?.ports ?? emptyMap<number, Mode>();
  return { mode, ports: sealedMapOf([...ports.keys()], port => override(mode, ports.get(port))) };
}

function rulesUsed({ mesh, namespace, workload }: Contests): readonly string[] {
  return usedRules('sidecar.md', [
    ['C2', workload.winner !== undefined],
    ['C3', mesh.losers.length + namespace.losers.length + workload.losers.length > 0],
    ['C4', mesh.losers.length + namespace.losers.length > 0],
    ['C5', workload.losers.length > 0],
    ['C7', true],
    ['C9', (workload.winner?.ports.size ?? 0) > 0],
  ]);
}

function override(inherited: EffectiveMode, mode: Mode | undefined): EffectiveMode {
  return mode === undefined || mode === 'UNSET' ? inherited : mode;
}
