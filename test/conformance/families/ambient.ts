import { ambientMode } from '../../../src/istio/effective-mode/ambient-mode';
import { ConformanceCase, Family, plainFields } from '../conformance-case';
import { labelsOf, meshOf } from '../mesh-of-case';

/** What ztunnel enforces, port by port. */
export const ambient: Family = {
  compare: (conformanceCase: ConformanceCase) => {
    const { namespace, labels } = conformanceCase.given.server;
    const answer = ambientMode(meshOf(conformanceCase), { namespace, podLabels: labelsOf(labels) });
    return plainFields(conformanceCase.expect, {
      default: () => answer.mode,
      ports: () => Object.fromEntries(answer.ports),
    });
  },
};
