import { CheckRequest } from './check-request';
import { say } from './say';
import { showProgress } from './show-progress';
import { UsageError } from './usage-error';
import { InputRead } from '../files/input-read';
import { InputSource, readInput, UnreadablePath } from '../files/read-input';
import { evaluateVariants } from '../files/variants/evaluate-variants';
import { withoutReplacedContext } from '../files/variants/replaced-context';
import { variantsOf } from '../files/variants/variants-of';
import { Baseline } from '../findings/baseline';
import { evaluate, EvaluateOptions } from '../findings/evaluate';
import { Report } from '../findings/report';
import { SeverityOverride } from '../findings/ruleset';
import { buildSnapshot } from '../istio/model/build-snapshot';
import { ProfileInput, profileOf } from '../istio/model/profile';

/** Who runs the command wants to know what is overdue: at synth it is a warning only. */
const SEVERITIES: ReadonlyMap<string, SeverityOverride> = new Map([['MTLS507', 'error']]);

/** Reads the input of a request. */
export function readRequest({ paths, contextPaths, profiles, caps }: CheckRequest): InputRead {
  const sources: InputSource[] = [
    ...paths.map((path) => ({ ...path, context: false })),
    ...profiles.flatMap(({ mesh }) => contextPaths.map((path) => ({ path, mesh, context: true }))),
  ];
  const progress = showProgress();
  try {
    return readInput(sources, { cwd: process.cwd(), caps, onFile: progress.onFile });
  } catch (error) {
    throw error instanceof UnreadablePath ? new UsageError(error.message) : error;
  } finally {
    progress.end();
  }
}

/** What the checks say about it. */
export function judge(request: CheckRequest, read: InputRead, baseline: Baseline | undefined): Report {
  const manifests = withoutReplacedContext(read.manifests);
  const options: EvaluateOptions = {
    ruleset: request.ruleset, severities: SEVERITIES, today: request.today, unreadable: read.problems, baseline,
  };
  const profiles = request.profiles.map((profile) => withoutFalseCompleteness(profile, read));
  if (request.meshesNamed) { return evaluate(buildSnapshot(manifests, profiles), options); }
  const [profile] = profiles;
  const { mesh, rootNamespace } = profileOf(profile);
  const variants = variantsOf({ ...read, manifests }, { mesh, rootNamespace });
  if (variants.length > 1 && profile.complete) {
    say(`--complete does not count: the input holds ${variants.length} variants, and each lacks what the others have; check each with --mesh NAME=PATH`);
  }
  return evaluateVariants(variants, profile, options);
}

/** Input that was not understood is missing. */
function withoutFalseCompleteness(profile: ProfileInput, { skipped, problems }: InputRead): ProfileInput {
  const gaps = skipped.length + problems.length;
  if (!profile.complete || gaps === 0) { return profile; }
  say(`--complete does not count: ${gaps} inputs were skipped or could not be read`);
  return { ...profile, complete: false };
}
