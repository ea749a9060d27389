import { checkTable, ExpectedFinding } from './support/check-table';
import { contextsOfManifests } from './support/contexts-of-manifests';
import { annotated, documented } from './support/documented';
import { policy, workload } from './support/traffic-manifests';
import { undocumentedException } from '../../src/checks/mtls506-undocumented-exception';

const STRICT = policy('production/default', 'STRICT');
const web = (mode: string, ports?: string) => policy('production/web', mode, { labels: 'app: web', ports });

const found: ExpectedFinding = {
  severity: 'warning',
  object: 'PeerAuthentication production/web',
  path: 'spec.mtls.mode',
  message: 'DISABLE is weaker than STRICT, the mode of PeerAuthentication production/default, and lacks an owner, a reason and a review date',
  fix: 'add cdk8s-istio-mtls/owner, cdk8s-istio-mtls/reason and cdk8s-istio-mtls/review-by to metadata.annotations',
  related: ['PeerAuthentication production/default'],
};
const ofPort: ExpectedFinding = {
  ...found,
  path: 'spec.portLevelMtls.8081.mode',
  message: 'port 8081 DISABLE is weaker than STRICT, the mode of this policy, and lacks an owner, a reason and a review date',
  fix: 'add cdk8s-istio-mtls/port-8081.owner, cdk8s-istio-mtls/port-8081.reason and cdk8s-istio-mtls/port-8081.review-by to metadata.annotations',
  related: [],
};
const ofAnything: ExpectedFinding = { ...found, message: 'DISABLE is open to plaintext whatever the rest of the mesh asks for, and lacks an owner', related: [] };
const ofNamespace: ExpectedFinding = { ...found, object: 'PeerAuthentication production/default' };

checkTable(undocumentedException, {
  valid: [
    { name: 'STRICT everywhere', yaml: STRICT + web('STRICT') },
    { name: 'inherited', yaml: STRICT + web('UNSET', '8081: STRICT,9090: UNSET') },
    { name: 'documented', yaml: STRICT + documented(web('DISABLE')) },
    { name: 'a documented port', yaml: STRICT + documented(web('STRICT', '8081: DISABLE'), { workloadPort: 8081 }) },
    { name: 'a port that the exception of the whole speaks for', yaml: STRICT + documented(web('STRICT', '8081: DISABLE')) },
    { name: 'as weak as the namespace', yaml: documented(policy('production/default', 'PERMISSIVE')) + web('PERMISSIVE') },
    { name: 'as weak as the mesh', yaml: policy('istio-system/default', 'PERMISSIVE') + policy('production/default', 'PERMISSIVE') + web('PERMISSIVE') },
    { name: 'as weak as a mesh that says nothing', yaml: policy('istio-system/default', 'UNSET') + policy('production/default', 'PERMISSIVE') },
    { name: 'as weak as the profile says', yaml: policy('production/default', 'DISABLE') + web('DISABLE'), profile: { meshMode: 'DISABLE' } },
    { name: 'a PERMISSIVE mesh, the baseline of a migration', yaml: policy('istio-system/default', 'PERMISSIVE') },
    { name: 'stronger than the namespace', yaml: documented(policy('production/default', 'DISABLE')) + web('PERMISSIVE', '8081: STRICT') },
    { name: 'ports that never reach the proxy', yaml: STRICT + web('STRICT', '15020: PERMISSIVE,15021: DISABLE,15090: DISABLE') },
    { name: 'a policy that Istio ignores', yaml: policy('istio-system/web', 'DISABLE', { labels: 'app: web' }) },
    {
      name: 'a gateway follows its servers',
      yaml: STRICT + web('PERMISSIVE') + workload('production/web', 'app: web, sidecar.istio.io/inject: "true"', { annotations: 'inject.istio.io/templates: gateway' }),
    },
    { name: 'pods without a proxy obey no policy', yaml: STRICT + web('DISABLE') + workload('production/web', 'app: web, sidecar.istio.io/inject: "false"'), profile: { dataPlane: 'sidecar' } },
    {
      name: 'DISABLE means PERMISSIVE in ambient',
      yaml: documented(policy('production/default', 'PERMISSIVE')) + web('DISABLE') + workload('production/web', 'app: web, istio.io/dataplane-mode: ambient'),
    },
  ],
  invalid: [
    { name: 'a workload', yaml: STRICT + web('DISABLE'), findings: [found] },
    { name: 'weaker than PERMISSIVE', yaml: documented(policy('production/default', 'PERMISSIVE')) + web('DISABLE'), findings: [{ ...found, message: 'DISABLE is weaker than PERMISSIVE' }] },
    {
      name: 'a namespace below a STRICT mesh',
      yaml: policy('istio-system/default', 'STRICT') + policy('production/default', 'PERMISSIVE'),
      findings: [{ ...ofNamespace, message: 'PERMISSIVE is weaker than STRICT, the mode of PeerAuthentication istio-system/default', related: ['PeerAuthentication istio-system/default'] }],
    },
    {
      name: 'below a mesh that the profile knows',
      yaml: policy('production/default', 'PERMISSIVE'),
      profile: { meshMode: 'STRICT' },
      findings: [{ ...ofNamespace, message: 'PERMISSIVE is weaker than STRICT, the mode of the mesh, and lacks', related: [] }],
    },
    {
      name: 'a mesh below the default of Istio',
      yaml: policy('istio-system/default', 'DISABLE'),
      findings: [{ ...found, object: 'PeerAuthentication istio-system/default', message: "DISABLE is weaker than PERMISSIVE, Istio's default, and lacks", related: [] }],
    },
    {
      name: 'through a namespace that says nothing',
      yaml: policy('istio-system/default', 'STRICT') + policy('production/default', 'UNSET') + web('DISABLE'),
      findings: [{ ...found, message: 'the mode of PeerAuthentication istio-system/default', related: ['PeerAuthentication istio-system/default'] }],
    },
    { name: 'a port', yaml: STRICT + web('STRICT', '8081: DISABLE'), findings: [ofPort] },
    {
      name: 'a port below what is inherited',
      yaml: STRICT + web('UNSET', '8081: DISABLE'),
      findings: [{ ...ofPort, message: 'port 8081 DISABLE is weaker than STRICT, the mode of PeerAuthentication production/default', related: ['PeerAuthentication production/default'] }],
    },
    {
      name: 'ports in one finding',
      yaml: STRICT + web('STRICT', '9090: PERMISSIVE,8081: DISABLE,15020: PERMISSIVE'),
      findings: [{
        ...ofPort,
        path: 'spec.portLevelMtls',
        message: 'port 8081 DISABLE and port 9090 PERMISSIVE are weaker than STRICT, the mode of this policy, and lack an owner',
        fix: 'add cdk8s-istio-mtls/owner, cdk8s-istio-mtls/reason',
      }],
    },
    {
      name: 'one of two ports',
      yaml: STRICT + documented(web('STRICT', '8081: DISABLE,9090: PERMISSIVE'), { workloadPort: 9090 }),
      findings: [ofPort],
    },
    {
      name: 'the whole and a port',
      yaml: STRICT + web('PERMISSIVE', '8081: DISABLE,8443: STRICT'),
      findings: [{ ...found, message: 'PERMISSIVE and port 8081 DISABLE are weaker than STRICT, the mode of PeerAuthentication production/default, and lack' }],
    },
    {
      name: 'an owner alone',
      yaml: STRICT + annotated(web('DISABLE'), 'cdk8s-istio-mtls/owner: payments, cdk8s-istio-mtls/reason: "  "'),
      findings: [{ ...found, message: 'and lacks a reason and a review date', fix: 'add cdk8s-istio-mtls/reason and cdk8s-istio-mtls/review-by to' }],
    },
    {
      name: 'a port whose owner stands on the whole',
      yaml: STRICT + annotated(web('STRICT', '8081: DISABLE'), 'cdk8s-istio-mtls/owner: payments, cdk8s-istio-mtls/port-8081.reason: legacy'),
      findings: [{ ...ofPort, message: 'and lacks a review date', fix: 'add cdk8s-istio-mtls/port-8081.review-by to metadata.annotations' }],
    },
    { name: 'a date that is none', yaml: STRICT + documented(web('DISABLE'), { reviewBy: 'next spring' }), findings: [{ ...found, message: 'and lacks a review date', fix: '(the date as in 2027-03-31)' }] },
    { name: 'a day that does not exist', yaml: STRICT + documented(web('DISABLE'), { reviewBy: '2027-02-30' }), findings: [{ ...found, message: 'lacks a review date', fix: 'review-by' }] },
    { name: 'the strongest of several parents', yaml: STRICT + documented(policy('production/second', 'PERMISSIVE')) + web('PERMISSIVE'), findings: [{ ...found, message: 'PERMISSIVE is weaker than STRICT' }] },
    {
      name: 'some of the pods have a proxy',
      yaml: STRICT + web('DISABLE') + workload('production/a', 'app: web, sidecar.istio.io/inject: "false"') + workload('production/b', 'app: web'),
      profile: { dataPlane: 'sidecar' },
      findings: [found],
    },
    { name: 'that no proxy runs there is not sure', yaml: STRICT + web('DISABLE') + workload('production/web', 'app: web'), profile: { dataPlane: 'none' }, findings: [found] },
    {
      name: 'nobody above says a mode, though everything is there',
      yaml: policy('production/default', 'PERMISSIVE'),
      profile: { complete: true },
      findings: [{ ...ofNamespace, message: 'PERMISSIVE is open to plaintext whatever the rest of the mesh asks for', related: [] }],
    },
  ],
  partial: [
    { name: 'the parent is not in the input', yaml: web('DISABLE'), findings: [ofAnything] },
    { name: 'the mode of the workload is not', yaml: web('UNSET', '8081: PERMISSIVE'), findings: [{ ...ofPort, message: 'port 8081 PERMISSIVE is open to plaintext whatever' }] },
    { name: 'a policy that Kustomize puts somewhere', yaml: policy('web', 'DISABLE', { labels: 'app: web' }), findings: [{ ...ofAnything, object: 'PeerAuthentication web' }] },
    {
      name: 'and its parent beside it',
      yaml: policy('default', 'STRICT') + policy('web', 'DISABLE', { labels: 'app: web' }),
      findings: [{ ...found, object: 'PeerAuthentication web', message: 'STRICT, the mode of PeerAuthentication default', related: ['PeerAuthentication default'] }],
    },
  ],
  twoMeshes: [{ name: 'STRICT in one, PERMISSIVE in the other', meshes: [STRICT, policy('istio-system/default', 'PERMISSIVE') + web('PERMISSIVE')] }],
  falsePositives: [{
    name: 'a webhook of which the construct says everything',
    yaml: STRICT + annotated(
      web('STRICT', '8443: PERMISSIVE'),
      '"cdk8s-istio-mtls/port-8443.owner": platform, "cdk8s-istio-mtls/port-8443.reason": the API server has no mesh identity, "cdk8s-istio-mtls/port-8443.review-by": "2027-03-31"',
    ),
  }],
});

describe('by where the policies come from', () => {
  const object = (name: string, mode: string, matchLabels?: object, home?: string) => ({
    apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', metadata: { name, namespace: home }, spec: { selector: matchLabels && { matchLabels }, mtls: { mode } },
  });
  const observe = (...manifests: Parameters<typeof contextsOfManifests>[0]) =>
    contextsOfManifests(manifests).flatMap((context) => [...undocumentedException.check(context)]);

  test('of an unknown namespace: the parent of another folder is another one', () => {
    const observations = observe(
      { object: object('default', 'STRICT'), origin: { file: 'a/default.yaml' } },
      { object: object('web', 'DISABLE', { app: 'web' }), origin: { file: 'b/web.yaml' } },
    );
    expect(observations.map(({ related, message }) => [related, message.split(',')[0]]))
      .toEqual([[[], 'DISABLE is open to plaintext whatever the rest of the mesh asks for']]);
  });

  test('a Kustomize patch is no policy', () => {
    expect(observe({ object: object('default', 'DISABLE'), origin: { file: 'overlays/dev/mode.yaml' } })).toEqual([]);
  });

  test('what the cluster has already is for others to document, also below a policy of ours', () => {
    const parent = object('default', 'STRICT', undefined, 'production');
    expect(observe({ object: parent }, { object: object('web', 'DISABLE', { app: 'web' }, 'production'), context: true })).toEqual([]);
  });
});
