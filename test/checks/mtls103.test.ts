import { checkTable } from './support/check-table';
import { contextsOfManifests } from './support/contexts-of-manifests';
import { duplicateObject } from '../../src/checks/mtls103-duplicate-object';
import { Manifest } from '../../src/istio/model/manifest';

const policy = (mode: string, namespace = 'production', name = 'default') => `---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: ${name}, namespace: ${namespace} }
spec: { mtls: { mode: ${mode} } }
`;
const withoutNamespace = '---\napiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: { name: default }\nspec: {}\n';
const service = (port: number) => `---\napiVersion: v1\nkind: Service\nmetadata: { name: web, namespace: production }\nspec: { ports: [{ port: ${port} }] }\n`;

const object = 'PeerAuthentication production/default';

checkTable(duplicateObject, {
  valid: [
    { name: 'one name in two namespaces', yaml: policy('STRICT') + policy('STRICT', 'staging') },
    { name: 'two names in one namespace', yaml: policy('STRICT') + policy('STRICT', 'production', 'strict') },
    { name: 'kinds that are not about mutual TLS', yaml: service(80) + service(81) },
  ],
  invalid: [
    {
      name: 'a policy twice with different modes',
      yaml: policy('STRICT') + policy('PERMISSIVE'),
      findings: [{
        severity: 'error',
        object,
        path: 'metadata.name',
        message: `${object} is written 2 times with different contents, at default.yaml document 1 and default.yaml document 2: a cluster keeps the one that is applied last`,
        fix: 'keep one or give each a name of its own; check each cluster as a mesh of its own',
        related: [object],
      }],
    },
    {
      name: 'a policy three times is one finding',
      yaml: policy('STRICT') + policy('STRICT') + policy('DISABLE'),
      findings: [{ severity: 'error', object, path: 'metadata.name', message: 'is written 3 times with different contents', related: [object, object] }],
    },
    {
      name: 'equal copies lose nothing',
      yaml: policy('STRICT') + policy('STRICT'),
      findings: [{ severity: 'warning', object, path: 'metadata.name', message: 'is written 2 times with the same content', related: [object] }],
    },
    {
      name: 'two versions of the API are one kind',
      yaml: policy('STRICT') + policy('STRICT').replace('/v1', '/v1beta1'),
      findings: [{ severity: 'error', object, path: 'metadata.name' }],
    },
  ],
  partial: [{ name: 'objects whose namespace is filled in later', yaml: withoutNamespace + withoutNamespace }],
  twoMeshes: [{ name: 'one object in two clusters', meshes: [policy('STRICT'), policy('PERMISSIVE')] }],
  falsePositives: [{ name: 'a namespace per tenant, each with its default policy', yaml: ['a', 'b', 'c'].map((tenant) => policy('STRICT', tenant)).join('') }],
});

describe('places', () => {
  const strict = { apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', metadata: { name: 'default', namespace: 'production' }, spec: {} };
  const permissive = { ...strict, spec: { mtls: { mode: 'PERMISSIVE' } } };
  const observe = (...manifests: Manifest[]) => contextsOfManifests(manifests).flatMap((context) => [...duplicateObject.check(context)]);

  test('of constructs: the last path, and the advice to declare meshes', () => {
    const [found, ...more] = observe({ object: strict, origin: { construct: 'prod/b' } }, { object: permissive, origin: { construct: 'prod/a' } });
    expect(more).toEqual([]);
    expect(found).toMatchObject({ severity: 'error', resource: { origin: { construct: 'prod/b' } }, related: [{ origin: { construct: 'prod/a' } }] });
    expect(found.message).toContain(', at prod/a and prod/b:');
    expect(found.fix).toContain('declare a MeshProfile for each cluster');
  });

  test('unknown', () => {
    expect(observe({ object: strict }, { object: permissive })[0].message).toContain('at an unnamed place and an unnamed place');
  });

  test('in the folders of overlays: variants', () => {
    expect(observe({ object: strict, origin: { file: 'prod/mesh.yaml' } }, { object: permissive, origin: { file: 'dev/mesh.yaml' } })).toEqual([]);
  });

  test('in several files of one folder: perhaps alternatives', () => {
    const found = observe({ object: strict, origin: { file: 'docs/strict.yaml', document: 0 } }, { object: permissive, origin: { file: 'docs/permissive.yaml', document: 0 } });
    expect(found.map(({ severity }) => severity)).toEqual(['warning']);
    expect(found[0].message).toContain('with different contents, at docs/permissive.yaml document 1 and docs/strict.yaml document 1');
  });

  test('in several files, one of which contradicts itself: the error is there', () => {
    const found = observe(
      { object: strict, origin: { file: 'docs/a.yaml', document: 0 } },
      { object: permissive, origin: { file: 'docs/a.yaml', document: 1 } },
      { object: strict, origin: { file: 'docs/z.yaml', document: 0 } },
      { object: strict, origin: { file: 'elsewhere/z.yaml', document: 0 } },
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ severity: 'error', resource: { origin: { file: 'docs/a.yaml', document: 1 } } });
    expect(found[0].related).toHaveLength(2);
  });

  test('in a List', () => {
    const list = { apiVersion: 'v1', kind: 'List', items: [strict, permissive] };
    expect(observe({ object: list, origin: { file: 'dump.yaml' } })[0].message).toContain('at dump.yaml item 1 and dump.yaml item 2');
  });

  test('what the cluster has already is there to be replaced', () => {
    expect(observe({ object: strict, context: true, origin: { file: 'cluster.yaml' } }, { object: permissive, origin: { construct: 'prod/default' } })).toEqual([]);
  });
});

test('the words for a file that is written twice', () => {
  const written = (namespace: string) => ({ construct: `${namespace}/default`, chart: namespace, mesh: 'default', kind: 'PeerAuthentication', namespace, name: 'default' });
  expect(duplicateObject.fileClash({ file: 'PeerAuthentication.default', objects: [written('production'), written('staging')] })).toEqual({
    severity: 'error',
    message: 'the file PeerAuthentication.default is written 2 times and only the last object stays, because its name leaves the namespace out: '
      + 'PeerAuthentication production/default (production/default) and PeerAuthentication staging/default (staging/default)',
    fix: 'use YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE with a chart for each namespace, or give the objects different names',
  });
});
