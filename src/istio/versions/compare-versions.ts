import { IstioVersion } from '../model/profile';

/** Negative when `a` is older. */
export function compareVersions(a: IstioVersion, b: IstioVersion): number {
  return a.major - b.major || a.minor - b.minor;
}
