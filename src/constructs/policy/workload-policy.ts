import { Lazy } from 'cdk8s';
import { isAbsent } from '../../istio/admission/fields';
import { WorkloadReference } from '../kubernetes/workload-reference';
import { MtlsMode } from '../mtls-mode';
import { checkedMode } from '../values/checked-mode';
import { WorkloadMtlsProps } from '../workload-mtls-props';
import { exceptionAnnotations } from './exception-annotations';
import { addPort, LatePortMode, PortLevelMtls, PortMode, portOverrides, withLatePorts } from './port-modes';
import { labelsOf, workloadMatching } from './workload-matching';

const NONE = Object.freeze({});

/** The spec of a PeerAuthentication. A field that is not said is not there: cdk8s would look at it twice. */
interface PolicySpec {
  readonly selector: { readonly matchLabels: Readonly<Record<string, string>> };
  mtls?: { readonly mode: MtlsMode };
  portLevelMtls?: PortLevelMtls;
}

/** What a workload policy says. Ports can be added until synth; only what has to be read from other objects is Lazy. */
export class WorkloadPolicy {
  public readonly mode: MtlsMode | undefined;
  /** `undefined` when only labels are known. */
  public readonly workload: WorkloadReference | undefined;
  public readonly spec: PolicySpec;
  private knownPorts: PortLevelMtls | undefined;
  private readonly latePorts: LatePortMode[] = [];

  constructor(props: WorkloadMtlsProps, namespace: string) {
    const matching = workloadMatching(props, namespace);
    this.workload = matching instanceof WorkloadReference ? matching : undefined;
    this.mode = isAbsent(props.mode) ? undefined : checkedMode(props.mode!);
    this.knownPorts = isAbsent(props.portOverrides) ? undefined : portOverrides(props.portOverrides!);
    this.spec = { selector: { matchLabels: matching instanceof WorkloadReference ? Lazy.any({ produce: () => labelsOf(matching) }) : matching } };
    if (this.mode !== undefined) this.spec.mtls = { mode: this.mode };
    if (this.knownPorts !== undefined) this.spec.portLevelMtls = this.knownPorts;
  }

  /** Whether something is only known at synth. */
  public get isLate(): boolean {
    return this.workload !== undefined || this.latePorts.length > 0;
  }

  public add({ port, mode, exception }: PortMode): void {
    this.knownPorts ??= {};
    if (typeof port === 'number') addPort(this.knownPorts, port, mode);
    else this.latePorts.push({ port, mode, exception });
    this.spec.portLevelMtls = this.latePorts.length === 0 ? this.knownPorts : Lazy.any({ produce: () => this.portLevelMtls() });
  }

  /** The mode of each workload port; throws when one cannot be found. */
  public portLevelMtls(): PortLevelMtls {
    return withLatePorts(this.knownPorts ?? NONE, this.latePorts, this.workload);
  }

  /** Throws when something that is only known at synth is wrong. */
  public checkLateValues(): void {
    if (this.workload !== undefined) labelsOf(this.workload);
    this.portLevelMtls();
  }

  /** Annotations of the ports whose number is only known at synth. */
  public lateExceptions(): Readonly<Record<string, string>> {
    const annotations = this.latePorts.map(({ port, exception }) => exception && exceptionAnnotations(exception, port.resolve(this.workload)));
    return Object.assign({}, ...annotations);
  }
}
