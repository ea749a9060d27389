import { objectAt } from './support/objects';
import { meshOf, problemsOf } from './support/snapshot-of';
import { ServiceEntry } from '../../../src/istio/model/service';

function entryAt(spec: unknown) {
  return objectAt('networking.istio.io/v1', 'ServiceEntry', 'prod/e', spec);
}

function only(spec: unknown): ServiceEntry {
  const { serviceEntries } = meshOf([entryAt(spec)]);
  expect(serviceEntries).toHaveLength(1);
  return serviceEntries[0];
}

test('every field', () => {
  const entry = only({
    hosts: ['db.example', '*.db.example'],
    location: 'MESH_INTERNAL',
    resolution: 'STATIC',
    exportTo: ['.'],
    ports: [{ number: 5432, name: 'tcp-db', protocol: 'TCP', targetPort: 15432 }, { number: 80, name: 'web', protocol: 'http' }],
    endpoints: [{ address: '10.0.0.1', labels: { app: 'db' }, serviceAccount: 'db', ports: { 'tcp-db': 6000 } }, {}],
    workloadSelector: { labels: { app: 'db' } },
  });
  expect(entry.ports).toEqual([
    { name: 'tcp-db', number: 5432, protocol: 'TCP', kind: 'tcp', targetPort: 15432, nodePort: undefined },
    { name: 'web', number: 80, protocol: 'HTTP', kind: 'http', targetPort: undefined, nodePort: undefined },
  ]);
  expect(entry.endpoints.map(({ address, labels, serviceAccount, ports }) => [address, [...labels], serviceAccount, [...ports]])).toEqual([
    ['10.0.0.1', [['app', 'db']], 'db', [['tcp-db', 6000]]], [undefined, [], undefined, []],
  ]);
  expect([entry.hosts, entry.meshExternal, entry.resolution, entry.exportTo]).toEqual([['db.example', '*.db.example'], false, 'STATIC', ['.']]);
  expect([...entry.workloadSelector ?? []]).toEqual([['app', 'db']]);
});

test('the defaults', () => {
  const { hosts, ports, meshExternal, resolution, endpoints, workloadSelector, exportTo } = only({});
  expect({ hosts, ports, meshExternal, resolution, endpoints, workloadSelector, exportTo }).toEqual({
    hosts: [], ports: [], meshExternal: true, resolution: 'NONE', endpoints: [], workloadSelector: undefined, exportTo: [],
  });
});

test.each([
  ['UDP', { number: 53, protocol: 'UDP' }, []],
  ['an unknown protocol', { number: 80, protocol: 'QUIC' }, [[80, undefined, 'auto', undefined]]],
  ['no protocol', { number: 80 }, [[80, undefined, 'auto', undefined]]],
  ['no number', { name: 'x' }, []],
  ['target 0', { number: 80, targetPort: 0 }, [[80, undefined, 'auto', undefined]]],
])('a port: %s', (_, port, expected) => {
  expect(only({ ports: [port] }).ports.map(({ number, protocol, kind, targetPort }) => [number, protocol, kind, targetPort])).toEqual(expected);
});

test.each([
  ['hosts as a text', { hosts: 'a' }, 'spec.hosts: expected a list, got "a"'],
  ['a port in an endpoint', { endpoints: [{ ports: { http: 'x' } }] }, 'spec.endpoints[0].ports.http: expected a port from 1 to 65535, got "x"'],
  ['an endpoint label', { endpoints: [{ labels: { a: 1 } }] }, 'spec.endpoints[0].labels.a: expected a text, got 1; quote it'],
])('problem: %s', (_, spec, problem) => {
  expect(problemsOf([entryAt(spec)])).toEqual([problem]);
});
