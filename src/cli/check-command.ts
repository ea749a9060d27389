import { readFileSync } from 'node:fs';
import { CheckRequest } from './check-request';
import { CHECK_HELP } from './help';
import { judge, readRequest } from './judge';
import { lookOf } from './look-of';
import { asUsage } from './option-values';
import { packageFacts } from './package-facts';
import { parseCheckArguments } from './parse-check-arguments';
import { placesOf } from './places-of';
import { say } from './say';
import { UsageError } from './usage-error';
import { writePieces } from './write-pieces';
import { DESCRIPTIONS } from '../checks/registry';
import { InputRead } from '../files/input-read';
import { Baseline, baselineOf, readBaseline, writeBaseline } from '../findings/baseline';
import { fails, Report } from '../findings/report';

/** `istio-mtls check`: reads, judges, reports. */
export function checkCommand(args: readonly string[]): number {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(CHECK_HELP);
    return 0;
  }
  const request = parseCheckArguments(args);
  const read = readRequest(request);
  const report = reportOn(request, read);
  const { failOn, output } = request;
  const input = { report, failOn, skipped: read.skipped, placeOf: placesOf(report, read, request.caps), rules: DESCRIPTIONS, tool: packageFacts() };
  writePieces(output, request.renderer(input, lookOf(output === undefined)));
  return fails(report, failOn) ? 1 : 0;
}

function reportOn(request: CheckRequest, read: InputRead): Report {
  const { writeBaseline: newBaseline } = request;
  const baseline = request.baseline === undefined ? undefined : baselineIn(request.baseline);
  if (newBaseline === undefined) { return judge(request, read, baseline); }
  const fresh = baselineOf(judge(request, read, undefined).findings);
  writePieces(newBaseline, [writeBaseline(fresh)]);
  say(`${newBaseline} holds ${fresh.findings.length} findings now`);
  return judge(request, read, fresh);
}

function baselineIn(file: string): Baseline {
  return asUsage(() => readBaseline(textOf(file)));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`cannot read the baseline '${file}' (${(error as NodeJS.ErrnoException).code})`);
  }
}
