import { manifestsOf } from './support/mesh-of';
import { headless, namespace, policy, rule, service, workload } from './support/traffic-manifests';
import { Check } from '../../src/checks/check';
import { plaintextToStrict } from '../../src/checks/mtls401-plaintext-to-strict';
import { mutualToNoProxy } from '../../src/checks/mtls402-mutual-to-no-proxy';
import { oneWayTlsToSidecar } from '../../src/checks/mtls403-one-way-tls-to-sidecar';
import { strictHiddenByParent } from '../../src/checks/mtls404-strict-hidden-by-parent';
import { headlessAllOrNothing } from '../../src/checks/mtls405-headless-all-or-nothing';
import { objectName } from '../../src/checks/object-name';
import { buildSnapshot } from '../../src/istio/model/build-snapshot';

const HTTP = 'name: http, port: 80, targetPort: 8080';
const ALL = '*.production.svc.cluster.local';
const strict = policy('production/default', 'STRICT');
const disabled = policy('production/default', 'DISABLE');
const api = policy('production/api', 'STRICT', { labels: 'app: api' });
const legacy = policy('production/api', 'DISABLE', { labels: 'app: api' });
const ruleWith = (tls: string) => rule('production/default', ALL, `tls: { mode: ${tls} }`);
const broker = headless('production/api', 'app: api', HTTP);
const known = namespace('production') + service('production/api', 'app: api', HTTP) + workload('production/api', 'app: api');

function places(check: Check, ours: string, context: string): string[] {
  const manifests = [...manifestsOf(ours), ...manifestsOf(context).map((manifest) => ({ ...manifest, context: true }))];
  const mesh = [...buildSnapshot(manifests).meshes.values()][0];
  return [...check.check({ mesh, problems: [], today: undefined })].map(({ resource, path, related = [] }) =>
    `${objectName(resource)} ${path} (${related.map(objectName).join(', ')})`);
}

const RULE = 'DestinationRule production/default';
const DEFAULT = 'PeerAuthentication production/default';
const API = 'PeerAuthentication production/api';

test.each([
  ['401, our rule', plaintextToStrict, ruleWith('DISABLE'), strict, [`${RULE} spec.trafficPolicy.tls.mode (${DEFAULT})`]],
  ['401, our policy', plaintextToStrict, strict, ruleWith('DISABLE'), [`${DEFAULT}  (${RULE})`]],
  ['401, neither', plaintextToStrict, namespace('production'), strict + ruleWith('DISABLE'), []],
  ['402, our rule', mutualToNoProxy, ruleWith('ISTIO_MUTUAL'), disabled, [`${RULE} spec.trafficPolicy.tls.mode (${DEFAULT})`]],
  ['402, our policy', mutualToNoProxy, legacy, ruleWith('ISTIO_MUTUAL'), [`${API}  (${RULE})`]],
  ['402, neither', mutualToNoProxy, '', legacy + ruleWith('ISTIO_MUTUAL'), []],
  ['403, our rule', oneWayTlsToSidecar, ruleWith('SIMPLE'), strict, [`${RULE} spec.trafficPolicy.tls.mode (${DEFAULT})`]],
  ['403, our policy', oneWayTlsToSidecar, strict, ruleWith('SIMPLE'), [`${DEFAULT}  (${RULE})`]],
  ['403, our workload', oneWayTlsToSidecar, workload('production/api', 'app: api'), namespace('production') + service('production/api', 'app: api', HTTP) + ruleWith('SIMPLE'),
    [`Deployment production/api  (${RULE})`]],
  ['403, neither', oneWayTlsToSidecar, '', known + ruleWith('SIMPLE'), []],
  ['404, our child', strictHiddenByParent, api, disabled, [`${API} spec.mtls.mode (${DEFAULT})`]],
  ['404, our parent', strictHiddenByParent, disabled, api, [`${DEFAULT}  (${API})`]],
  ['404, neither', strictHiddenByParent, '', disabled + api, []],
  ['405, our Service', headlessAllOrNothing, broker, legacy, [`Service production/api spec.clusterIP (${API})`]],
  ['405, our policy', headlessAllOrNothing, legacy, broker, [`${API}  (Service production/api)`]],
  ['405, neither', headlessAllOrNothing, '', legacy + broker, []],
] as const)('%s', (_, check, ours, context, expected) => expect(places(check, ours, context)).toEqual(expected));
