import { admit, Admission } from './admit';
import { entriesOf, Fields, fieldsOf } from './fields';
import { emptySelectorWarnings, matchLabelsProblems } from './match-labels-problems';
import { modeProblem } from './mode-problem';
import { Objection, Verdict } from './objection';
import { portMapProblems } from './port-map-problems';
import { peerAuthenticationSpec } from './schema/peer-authentication.generated';

const ADMISSION: Admission = {
  kind: 'PeerAuthentication',
  structureRule: 'sidecar.md A',
  schema: peerAuthenticationSpec,
  refusals,
  warnings: spec => emptySelectorWarnings(spec.selector, 'spec.selector', 'sidecar.md A5'),
};

/** What the API server and istiod say about a PeerAuthentication of any version. */
export function admitPeerAuthentication(object: unknown): Verdict {
  return admit(object, ADMISSION);
}

function refusals(spec: Fields): readonly Objection[] {
  const matchLabels = fieldsOf(spec.selector)?.matchLabels;
  const mode = modeProblem(fieldsOf(spec.mtls)?.mode, 'spec.mtls.mode');
  return [
    ...matchLabelsProblems(matchLabels, 'spec.selector.matchLabels'),
    ...mode === undefined ? [] : [mode],
    ...portMapProblems(spec.portLevelMtls, entriesOf(matchLabels).length > 0, 'spec.portLevelMtls'),
  ];
}
