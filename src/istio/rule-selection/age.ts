import { Rule } from '../model/rule';

/** Whether manifests leave open which of two rules is older. Equal timestamps do not: then the name decides (sidecar.md D9). */
export function ageIsOpen(a: Rule, b: Rule): boolean {
  return a.createdAt === undefined || b.createdAt === undefined;
}
