import { IConstruct } from 'constructs';
import { shown } from '../istio/admission/shown';
import { acknowledgeFor } from '../tree/acknowledgements';
import { register } from '../tree/registration';
import { checkedDate } from './values/calendar-date';
import { checkedText } from './values/checked-text';

/** Who takes responsibility for which findings, and why. */
export interface AcknowledgeOptions {
  /** The check, such as "MTLS506". MTLS001 and MTLS002 cannot be acknowledged. */
  readonly id: string;

  /** Why the finding is acceptable here. It is shown in every report. */
  readonly reason: string;

  /**
   * The last day on which it counts, as `YYYY-MM-DD`, compared with the `today` of the profile.
   *
   * @default - without end
   */
  readonly until?: string;
}

/** The findings about a construct and everything below it. */
export class MtlsFindings {
  /** The findings about this construct and everything below it; an App stands for all. */
  public static of(scope: IConstruct): MtlsFindings {
    return new MtlsFindings(scope);
  }

  private constructor(private readonly scope: IConstruct) {}

  /**
   * Takes responsibility for the findings of one check: they fail nothing, and stay listed with the reason. One that meets no finding is a
   * finding itself (MTLS003).
   *
   * @example
   *
   * import { Chart } from 'cdk8s';
   * import { MtlsFindings } from 'cdk8s-istio-mtls';
   *
   * declare const chart: Chart;
   * MtlsFindings.of(chart).acknowledge({ id: 'MTLS506', reason: 'exceptions are kept in the risk register', until: '2027-03-31' });
   */
  public acknowledge(options: AcknowledgeOptions): void {
    const id = checkedText('id', options.id, 'name a check, such as "MTLS506"');
    if (!/^(istio-mtls::)?MTLS\d{3}$/.test(id)) throw new Error(`id ${shown(id)} names no check; write it as "MTLS506"`);
    const reason = checkedText('reason', options.reason, 'say why the finding is acceptable here');
    const until = options.until === undefined ? undefined : checkedDate('until', options.until);
    acknowledgeFor(this.scope, { id, reason, until });
    register(this.scope);
  }
}
