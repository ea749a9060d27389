import { IConstruct } from 'constructs';
import { analyseTree, TreeAnalysis } from './analyse-tree';
import { AttachedFindings, constructOf } from './attach-findings';
import { ENFORCEMENT_VARIABLE, enforcementFromEnvironment } from './enforcement';
import { libraryVersion } from './library-version';
import { Check } from '../checks/check';
import { Finding } from '../findings/finding';
import { printable } from '../findings/printable';
import { renderLine } from '../findings/render-line';
import { AppValidation } from '../tree/app-validation';
import { SynthSession, synthSession } from '../tree/synth-session';

/** A reader sees the first screen; the rest is a number. */
const LINES = 20;

interface RootState {
  readonly attached: AttachedFindings;
  /** The session whose findings are attached. */
  session: number | undefined;
  rootMessages: readonly string[];
}

export interface AppAnalysisOptions {
  readonly version?: string;
  /** Every check of the library when absent. */
  readonly checks?: readonly Check[];
  /** Where warnings go; standard error when absent, because standard output may carry YAML. */
  readonly say?: (line: string) => void;
}

/** Analyses a whole App, once for each synth. */
export class AppAnalysis implements AppValidation {
  public readonly version: string;
  private readonly checks: readonly Check[] | undefined;
  private readonly say: (line: string) => void;
  private readonly states = new WeakMap<IConstruct, RootState>();

  constructor(options: AppAnalysisOptions = {}) {
    this.version = options.version ?? libraryVersion();
    this.checks = options.checks;
    this.say = options.say ?? ((line) => process.stderr.write(`${line}\n`));
  }

  validate(root: IConstruct): readonly string[] {
    const state = this.stateOf(root);
    const session = synthSession(root);
    if (!session.active || state.session !== session.number) {
      this.look(root, state, session);
      state.session = session.number;
    }
    return state.rootMessages;
  }

  private look(root: IConstruct, state: RootState, session: SynthSession): void {
    const override = enforcementFromEnvironment(process.env);
    const analysis = override === 'OFF' ? undefined : analyseTree(root, { override, checks: this.checks });
    const failing = analysis?.report.findings.filter((finding) => finding.severity === 'error' && analysis.enforcementOf(finding.mesh) === 'FAIL') ?? [];
    const messages = messagesOf(failing, (finding) => constructOf(finding, analysis!.collected.constructs, root));
    state.rootMessages = messages.get(root) ?? [];
    messages.delete(root);
    state.attached.replace(messages);
    if (!session.active) return;
    if (override !== undefined) this.say(`istio-mtls: enforcement is ${override}, set by ${ENFORCEMENT_VARIABLE}`);
    if (analysis !== undefined) this.report(analysis, new Set(failing));
  }

  /** What does not stop the synth is said beside it; validations have no place for warnings. */
  private report({ report }: TreeAnalysis, failing: ReadonlySet<Finding>): void {
    const said = report.findings.filter((finding) => !failing.has(finding) && finding.severity !== 'info');
    const room = Math.max(0, LINES - failing.size);
    for (const finding of said.slice(0, room)) {
      this.say(`istio-mtls: ${finding.severity}: [${printable(finding.origin.construct ?? '')}] ${renderLine(finding)}`);
    }
    if (said.length > room) this.say(`istio-mtls: and ${said.length - room} more`);
  }

  private stateOf(root: IConstruct): RootState {
    const known = this.states.get(root);
    if (known !== undefined) return known;
    const state: RootState = { attached: new AttachedFindings(), session: undefined, rootMessages: [] };
    this.states.set(root, state);
    return state;
  }
}

/** One line a finding, at most a screen of them, each under its construct. */
function messagesOf(findings: readonly Finding[], constructOfFinding: (finding: Finding) => IConstruct): Map<IConstruct, string[]> {
  const messages = new Map<IConstruct, string[]>();
  const add = (construct: IConstruct, line: string) => messages.set(construct, [...messages.get(construct) ?? [], line]);
  findings.slice(0, LINES).forEach((finding) => add(constructOfFinding(finding), renderLine(finding)));
  const last = findings[LINES - 1];
  if (findings.length > LINES && last !== undefined) add(constructOfFinding(last), `and ${findings.length - LINES} more`);
  return messages;
}

