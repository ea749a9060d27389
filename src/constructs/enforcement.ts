/** What happens at synth when the analysis finds an error. */
export enum Enforcement {
  /** Synth fails. */
  FAIL = 'FAIL',

  /** The findings are reported, and the YAML is written. */
  REPORT = 'REPORT',

  /** Nothing is analysed. */
  OFF = 'OFF',
}
