import { isDeepStrictEqual } from 'node:util';
import { Comparison, ConformanceCase, Family } from './conformance-case';

export interface Disagreement extends Comparison {
  readonly id: string;
}

export interface Skip {
  readonly id: string;
  readonly reason: string;
}

export interface FamilyReport {
  readonly family: string;
  readonly passed: readonly string[];
  /** Ids of cases with at least one disagreement. */
  readonly failed: readonly string[];
  readonly disagreements: readonly Disagreement[];
  readonly skipped: readonly Skip[];
}

/** Answers all cases of one family. `skips`: ids that are not asked, with the reason. */
export function runCases(name: string, family: Family, cases: readonly ConformanceCase[], skips: ReadonlyMap<string, string>): FamilyReport {
  const passed: string[] = [];
  const failed: string[] = [];
  const skipped: Skip[] = [];
  const disagreements: Disagreement[] = [];
  for (const conformanceCase of cases) {
    const { id } = conformanceCase;
    const reason = skips.get(id) ?? family.skip?.(conformanceCase);
    if (reason !== undefined) {
      skipped.push({ id, reason });
      continue;
    }
    const found = disagreementsOf(family, conformanceCase);
    (found.length === 0 ? passed : failed).push(id);
    disagreements.push(...found);
  }
  return { family: name, passed, failed, disagreements, skipped };
}

function disagreementsOf(family: Family, conformanceCase: ConformanceCase): readonly Disagreement[] {
  const { id } = conformanceCase;
  try {
    const comparisons = family.compare(conformanceCase);
    if (comparisons.length === 0) return [{ id, field: '(none)', expected: 'at least one field to compare', got: 'none' }];
    return comparisons.filter(({ expected, got }) => !agree(expected, got)).map((comparison) => ({ id, ...comparison }));
  } catch (error) {
    return [{ id, field: '(answer)', expected: 'an answer', got: error instanceof Error ? error.message : String(error) }];
  }
}

/** The order of fields does not count, that of lists does. */
function agree(expected: unknown, got: unknown): boolean {
  return isDeepStrictEqual(plain(expected), plain(got));
}

function plain(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}
