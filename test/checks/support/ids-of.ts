import { snapshotOf } from './mesh-of';
import { Example } from '../../../src/checks/check';
import { evaluate } from '../../../src/findings/evaluate';
import { DEFAULT_MESH } from '../../../src/istio/model/profile';

/** The ids of all findings that a report shows, one for each finding: for tests of which check speaks where several could. */
export function idsOf(example: Example, only: readonly string[]): readonly string[] {
  const { findings } = evaluate(snapshotOf(new Map([[DEFAULT_MESH, example]])), { today: example.today });
  return findings.map(({ id }) => id).filter((id) => only.includes(id)).sort();
}
