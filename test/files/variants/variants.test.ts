import { deployment, judgeFiles, namespace, policy, rule, service } from './judge-files';

/** Two policies for one namespace that differ: an error wherever both are in one mesh. */
const strict = policy('shop', 'STRICT', 'strict');
const permissive = policy('shop', 'PERMISSIVE', 'permissive');
/** A proven conflict: a plaintext rule against a STRICT policy. */
const target = namespace('shop') + deployment('shop', 'web') + service('shop', 'web') + deployment('shop', 'client');
const plaintext = (name = 'rule') => rule('shop', 'web.shop.svc.cluster.local', 'DISABLE', name);

describe('meet', () => {
  test.each([
    ['in one file', { 'a.yaml': strict + permissive }],
    ['in two files of a folder', { 'a.yaml': strict, 'b.yaml': permissive }],
    ['in different folders', { 'infra/a.yaml': strict, 'apps/shop/b.yaml': permissive }],
    ['below one stage', { 'prod/infra/a.yaml': strict, 'prod/apps/b.yaml': permissive, 'dev/c.yaml': namespace('x') }],
    ['in a base and in one of its overlays', { 'shop/base/a.yaml': strict, 'shop/overlays/prod/b.yaml': permissive, 'shop/overlays/dev/c.yaml': namespace('x') }],
    ['in the same stage of two applications', { 'x/overlays/prod/a.yaml': strict, 'y/overlays/prod/b.yaml': permissive, 'x/overlays/dev/c.yaml': namespace('x'), 'y/overlays/dev/d.yaml': namespace('y') }],
    ['in files of one stage', { 'a-prod.yaml': strict, 'b-prod.yaml': permissive, 'c-dev.yaml': namespace('x') }],
    ['in folders that one kustomization builds', { 'kustomization.yaml': 'resources: [dev, prod]\n', 'dev/a.yaml': strict, 'prod/b.yaml': permissive }],
  ])('%s', (_, files) => {
    expect(judgeFiles(files).findings.filter((finding) => finding.includes('MTLS301'))).toEqual([expect.stringMatching(/MTLS301/)]);
  });
});

describe('do not meet', () => {
  test.each<[string, Record<string, string>]>([
    ['in folders of different stages', { 'dev/a.yaml': strict, 'prod/b.yaml': permissive }],
    ['in folders whose names say their stage', { 'cluster-dev/a.yaml': strict, 'cluster-prod/b.yaml': permissive }],
    ['in different clusters', { 'clusters/east/a.yaml': strict, 'clusters/west/b.yaml': permissive }],
    ['in overlays', { 'x/overlays/blue/a.yaml': strict, 'x/overlays/green/b.yaml': permissive }],
    ['in different stages of two applications', { 'x/overlays/dev/a.yaml': strict, 'x/overlays/prod/c.yaml': namespace('x'), 'y/overlays/prod/b.yaml': permissive, 'y/overlays/dev/d.yaml': namespace('y') }],
    ['in folders with copies of another object', { 'one/a.yaml': strict + service('shop', 'web'), 'two/b.yaml': permissive + service('shop', 'web') }],
    ['in files with copies of another object', { 'one.yaml': strict + service('shop', 'web'), 'two.yaml': permissive + service('shop', 'web') }],
    ['in files of different stages', { 'mesh-dev.yaml': strict, 'mesh-prod.yaml': permissive }],
    ['in samples', { 'app/x.yaml': namespace('x'), 'samples/a.yaml': strict, 'samples/b.yaml': permissive }],
    ['in tests', { 'x/testdata/deep/a.yaml': strict, 'x/testdata/deep/b.yaml': permissive, 'x/c.yaml': permissive.replace('permissive', 'third') }],
    ['without namespaces in different folders', { 'x/a.yaml': policy('', 'STRICT', 'strict'), 'y/b.yaml': policy('', 'PERMISSIVE', 'permissive') }],
  ])('%s', (_, files) => {
    expect(judgeFiles(files).findings).toEqual([]);
  });
});

describe('copies', () => {
  test('in different folders give no finding', () => {
    expect(judgeFiles({ 'one/a.yaml': policy('shop', 'STRICT'), 'two/a.yaml': policy('shop', 'PERMISSIVE'), 'three/sub/a.yaml': policy('shop', 'STRICT') }).findings).toEqual([]);
    expect(judgeFiles({ 'base/a.yaml': policy('shop', 'STRICT'), 'prod/a.yaml': policy('shop', 'PERMISSIVE') }).findings).toEqual([]);
    expect(judgeFiles({ 'a.yaml': policy('shop', 'STRICT'), 'sub/a.yaml': policy('shop', 'PERMISSIVE') }).findings).toEqual([]);
  });

  test('in different files of one folder deserve a word', () => {
    expect(judgeFiles({ 'x/a.yaml': policy('shop', 'STRICT'), 'x/b.yaml': policy('shop', 'PERMISSIVE'), 'y.yaml': namespace('x') }).findings).toEqual([
      expect.stringMatching(/^warning MTLS103 x\/[ab].yaml$/),
    ]);
  });

  test('in one file are an error', () => {
    expect(judgeFiles({ 'x/a.yaml': policy('shop', 'STRICT') + policy('shop', 'PERMISSIVE'), 'y/b.yaml': policy('shop', 'DISABLE') }).findings).toEqual(['error MTLS103 x/a.yaml']);
  });

  test('are judged on their own, each with what is common to all', () => {
    const files = {
      'infra/mesh.yaml': target + policy('shop', 'STRICT'),
      'dev/rule.yaml': plaintext(),
      'prod/rule.yaml': rule('shop', 'web.shop.svc.cluster.local', 'ISTIO_MUTUAL'),
    };
    expect(judgeFiles(files).findings).toEqual(['error MTLS401 dev/rule.yaml']);
  });

  test('of an object of the base: the base is judged too, and the overlay without it', () => {
    const files = {
      'base/app.yaml': target,
      'base/policy.yaml': policy('shop', 'PERMISSIVE'),
      'overlays/prod/policy.yaml': policy('shop', 'STRICT'),
      'overlays/prod/rule.yaml': plaintext(),
    };
    expect(judgeFiles(files).findings).toEqual(['error MTLS401 overlays/prod/rule.yaml']);
  });

  test('of a Namespace say nothing, and leave unknown what they contradict each other in', () => {
    const app = deployment('shop', 'web') + service('shop', 'web') + deployment('shop', 'client') + policy('shop', 'STRICT');
    const equal = { 'a/x.yaml': namespace('shop') + app, 'b/y.yaml': namespace('shop') + plaintext() };
    const different = { 'a/x.yaml': namespace('shop') + app, 'b/y.yaml': namespace('shop', false) + plaintext() };
    expect(judgeFiles(equal).findings).toEqual(['error MTLS401 b/y.yaml']);
    expect(judgeFiles(different).findings.filter((finding) => finding.startsWith('error'))).toEqual([]);
  });
});

test('an error that holds only where something is missing is a warning', () => {
  const files = {
    'infra/mesh.yaml': target + policy('shop', 'STRICT') + plaintext(),
    'dev/cure.yaml': policy('shop', 'PERMISSIVE', 'cure', '').replace('spec: {', 'spec: {selector: {matchLabels: {app: web}}, '),
    'prod/other.yaml': namespace('x'),
  };
  expect(judgeFiles(files).findings.filter((finding) => finding.includes('MTLS401'))).toEqual(['warning MTLS401 infra/mesh.yaml']);
});

test('findings of what is common are said once', () => {
  const { findings, variants } = judgeFiles({ 'infra/a.yaml': strict + permissive, 'dev/b.yaml': namespace('x'), 'prod/c.yaml': namespace('y') });
  expect(variants).toBe(2);
  expect(findings).toEqual([expect.stringMatching(/^error MTLS301 infra\/a.yaml$/)]);
});

test('an acknowledgement that is used in one variant is used', () => {
  const acknowledged = 'cdk8s-istio-mtls/acknowledge.MTLS401: legacy';
  const files = {
    'infra/mesh.yaml': target + policy('shop', 'STRICT') + plaintext().replace('namespace: shop}', `namespace: shop, annotations: {${acknowledged}}}`),
    'dev/cure.yaml': policy('shop', 'PERMISSIVE', 'cure').replace('spec: {', 'spec: {selector: {matchLabels: {app: web}}, '),
    'prod/other.yaml': namespace('x'),
  };
  const { report, findings } = judgeFiles(files);
  expect(findings.filter((finding) => /MTLS003|MTLS401/.test(finding))).toEqual([]);
  expect(report.acknowledged.map(({ id, reason }) => [id, reason])).toEqual([['MTLS401', 'legacy']]);
});

test('what has no namespace meets what stands in its folder, and nothing else without one', () => {
  const selecting = (name: string, mode: string) => policy('', mode, name).replace('spec: {', 'spec: {selector: {matchLabels: {app: web}}, ');
  const files = { 'a.yaml': selecting('a', 'STRICT'), 'b.yaml': selecting('b', 'PERMISSIVE') };
  expect(judgeFiles(files).findings).toEqual([expect.stringMatching(/MTLS302 [ab].yaml/)]);
  expect(judgeFiles({ ...files, 'other/c.yaml': selecting('c', 'DISABLE') }).findings).toEqual([expect.stringMatching(/MTLS302 [ab].yaml/)]);
  expect(judgeFiles({ 'a.yaml': selecting('a', 'STRICT'), 'other/c.yaml': selecting('c', 'DISABLE') }).findings).toEqual([]);
});

test('the names of the arguments themselves are accidents', () => {
  const files = { 'samples/a.yaml': strict, 'samples/b.yaml': permissive };
  expect(judgeFiles(files, {}, {}, ['samples']).findings).toEqual([expect.stringMatching(/^error MTLS301/)]);
  expect(judgeFiles(files, {}, {}, ['samples/a.yaml', 'samples/b.yaml']).findings).toEqual([expect.stringMatching(/^error MTLS301/)]);
});

test('what was complete is not complete in parts', () => {
  const workload = policy('shop', 'STRICT', 'nobody').replace('spec: {', 'spec: {selector: {matchLabels: {app: nobody}}, ');
  expect(judgeFiles({ 'a.yaml': workload }, { complete: true }).findings).toEqual(judgeFiles({ 'x/a.yaml': workload, 'y/b.yaml': namespace('x') }, { complete: true }).findings);
  expect(judgeFiles({ 'dev/a.yaml': workload, 'prod/b.yaml': namespace('x') }, { complete: true }).findings).toEqual([]);
});
