import { IConstruct } from 'constructs';
import { lostFiles } from './lost-files';
import { treeInput } from '../analysis/tree-input';
import { Check } from '../checks/check';
import { evaluate } from '../findings/evaluate';
import { Report } from '../findings/report';
import { CollectedManifests } from '../tree/collect-manifests';
import { EnforcementLevel } from '../tree/mesh-settings';
import { declaredMeshes } from '../tree/profile-declaration';

/** What one look at a whole tree found. */
export interface TreeAnalysis {
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
  const declared = new Map(declaredMeshes(root).map(({ mesh, enforcement }) => [mesh, enforcement]));
  const enforcementOf = (mesh: string): EnforcementLevel => override ?? declared.get(mesh) ?? 'FAIL';
  const { snapshot, collected, options } = treeInput(root, (mesh) => enforcementOf(mesh) !== 'OFF');
  return { report: evaluate(snapshot, { ...options, checks, also: lostFiles(root, collected) }), collected, enforcementOf };
}
