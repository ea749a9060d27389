import { ambient } from './ambient';
import { autoMtls } from './auto-mtls';
import { connectivity } from './connectivity';
import { destinationRuleSelection } from './destination-rule-selection';
import { effectiveMode } from './effective-mode';
import { trafficFamily } from './traffic';
import { validate } from './validate';
import { Family } from '../conformance-case';

/** By file name. */
export const FAMILIES: ReadonlyMap<string, Family> = new Map([
  ['validate-peer-authentication', validate],
  ['validate-destination-rule', validate],
  ['effective-mode', effectiveMode],
  ['destination-rule-selection', destinationRuleSelection],
  ['auto-mtls', autoMtls],
  ['connectivity', connectivity],
  ['ambient-effective', ambient],
  ['ambient-divergences', ambient],
  ['traffic', trafficFamily],
]);
