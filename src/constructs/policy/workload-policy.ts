import { IAnyProducer } from 'cdk8s';
import { Fields, isAbsent } from '../../istio/admission/fields';
import { WorkloadReference } from '../kubernetes/workload-reference';
import { MtlsMode } from '../mtls-mode';
import { checkedMode } from '../values/checked-mode';
import { WorkloadMtlsProps } from '../workload-mtls-props';
import { exceptionAnnotations } from './exception-annotations';
import { byWorkloadPort, givenTwice, PortMode, portOverrides } from './port-modes';
import { WorkloadMatching, workloadMatching } from './workload-matching';

const NONE = Object.freeze({});

/** What a workload policy says; its spec is read at synth, so that ports can be added until then. */
export class WorkloadPolicy implements IAnyProducer {
  public readonly mode: MtlsMode | undefined;
  private readonly matching: WorkloadMatching;
  private readonly ports: PortMode[];

  constructor(props: WorkloadMtlsProps, namespace: string) {
    this.matching = workloadMatching(props, namespace);
    this.mode = isAbsent(props.mode) ? undefined : checkedMode(props.mode!);
    this.ports = isAbsent(props.portOverrides) ? [] : [...portOverrides(props.portOverrides!)];
  }

  public get workload(): WorkloadReference | undefined {
    return this.matching.workload;
  }

  /** Whether something is only known at synth. */
  public get isLate(): boolean {
    return this.workload !== undefined || this.ports.some(({ port }) => port.number === undefined);
  }

  public add(port: PortMode): void {
    const { number } = port.port;
    if (number !== undefined && this.ports.some((other) => other.port.number === number)) throw new Error(givenTwice(number));
    this.ports.push(port);
  }

  /** By workload port. */
  public portModes(): ReadonlyMap<number, PortMode> {
    return byWorkloadPort(this.ports, this.workload);
  }

  /** Annotations of the ports whose number is only known at synth. */
  public lateExceptions(): Readonly<Record<string, string>> {
    if (!this.ports.some(({ port, exception }) => port.number === undefined && exception !== undefined)) return NONE;
    const late = [...this.portModes()].filter(([, { port }]) => port.number === undefined);
    return Object.assign({}, ...late.map(([port, { exception }]) => exception && exceptionAnnotations(exception, port)));
  }

  public produce(): Fields {
    const modes = this.ports.length === 0 ? undefined : [...this.portModes()].map(([port, { mode }]) => [port, { mode }]);
    return {
      selector: { matchLabels: this.matching.labels() },
      mtls: this.mode === undefined ? undefined : { mode: this.mode },
      portLevelMtls: modes === undefined ? undefined : Object.fromEntries(modes) as Fields,
    };
  }
}
