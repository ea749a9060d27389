import { isAbsent } from '../../istio/admission/fields';
import { modeProblem } from '../../istio/admission/mode-problem';
import { MtlsMode } from '../mtls-mode';
import { refuse } from './refuse';

/** Refuses a word that is no mode, and a mode that is missing. */
export function checkedMode(mode: MtlsMode): MtlsMode {
  if (isAbsent(mode)) throw new Error('mode is missing; write UNSET, DISABLE, PERMISSIVE or STRICT');
  refuse(modeProblem(mode));
  return mode;
}
