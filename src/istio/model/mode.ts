/** Server side: what a policy says. `UNSET` inherits. */
export type Mode = 'UNSET' | 'DISABLE' | 'PERMISSIVE' | 'STRICT';

/** What a workload port ends up with: nothing is left to inherit. */
export type EffectiveMode = Exclude<Mode, 'UNSET'>;

/** Client side: what a rule says. */
export type TlsMode = 'DISABLE' | 'SIMPLE' | 'MUTUAL' | 'ISTIO_MUTUAL';
