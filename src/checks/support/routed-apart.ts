import { tlsBlocks } from './tls-blocks';
import { Rule } from '../../istio/model/rule';

/** Whether routes may lead all traffic to subsets with TLS of their own, past what the rule says; whether they do, rules do not say. */
export function mayBeRoutedApart(rule: Rule): boolean {
  return tlsBlocks(rule).some(({ subset }) => subset !== undefined);
}
