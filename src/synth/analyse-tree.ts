import { IConstruct } from 'constructs';
import { EnforcementLevel } from './enforcement';
import { Check } from '../checks/check';
import { evaluate } from '../findings/evaluate';
import { Report } from '../findings/report';
import { Problem } from '../istio/model/manifest';
import { buildSnapshot } from '../istio/model/build-snapshot';
import { Snapshot } from '../istio/model/snapshot';
import { CollectedManifests, collectManifests, RenderFailure } from '../tree/collect-manifests';
import { declaredMeshes } from '../tree/profile-declaration';

/** What one look at a whole tree found. */
export interface TreeAnalysis {
  readonly snapshot: Snapshot;
  readonly report: Report;
  readonly collected: CollectedManifests;
  /** What an error means, by mesh. */
  enforcementOf(mesh: string): EnforcementLevel;
}

export interface AnalyseTreeOptions {
  /** What the environment asks for, whatever profiles say. */
  readonly override?: EnforcementLevel;
  /** Every check of the library when absent. */
  readonly checks?: readonly Check[];
}

/** Collects every manifest of the tree, and checks it. */
export function analyseTree(root: IConstruct, { override, checks }: AnalyseTreeOptions = {}): TreeAnalysis {
  const declared = new Map(declaredMeshes(root).map((settings) => [settings.mesh, settings]));
  const enforcementOf = (mesh: string): EnforcementLevel => override ?? declared.get(mesh)?.enforcement ?? 'FAIL';

  const collected = collectManifests(root, (mesh) => enforcementOf(mesh) !== 'OFF');
  const snapshot = buildSnapshot(collected.manifests, [...declared.values()]);
  const report = evaluate(snapshot, {
    checks,
    today: latest([...declared.values()].map(({ today }) => today)),
    unreadable: collected.failures.map(unreadable),
    acknowledgements: collected.acknowledgements,
  });
  return { snapshot, report, collected, enforcementOf };
}

/** Profiles of different meshes may name different days; the last one judges, so that no overdue exception is missed. */
function latest(days: readonly (string | undefined)[]): string | undefined {
  return days.filter((day) => day !== undefined).sort().at(-1);
}

function unreadable({ construct, mesh, kind, message }: RenderFailure): Problem {
  return { mesh, origin: { construct: construct.node.path }, path: '', object: kind, message: `this ${kind} cannot be rendered: ${message}` };
}
