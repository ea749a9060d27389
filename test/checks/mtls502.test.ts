import { checkTable, ExpectedFinding } from './support/check-table';
import { namespace, policy, rule, service, workload } from './support/traffic-manifests';
import { portSettingsDropTls } from '../../src/checks/mtls502-port-settings-drop-tls';

const entry = (port: number, rest = '') => `{ port: { number: ${port} }, connectionPool: { tcp: { maxConnections: 9 } }${rest} }`;
const dropping = (mode: string, host = 'api.example', ...entries: readonly string[]) =>
  rule('production/api', host, `tls: { mode: ${mode} }, portLevelSettings: [${(entries.length > 0 ? entries : [entry(8443)]).join(', ')}]`);
const outside = (ports: string, rest = 'location: MESH_EXTERNAL', path = 'production/api') => {
  const [home, name] = path.split('/');
  return `---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: ${name}, namespace: ${home} }
spec: { hosts: [api.example], ports: [${ports}], resolution: DNS, ${rest} }
`;
};
const HTTP = '{ name: http, number: 8443, protocol: HTTP }';

const found: ExpectedFinding = {
  severity: 'warning',
  object: 'DestinationRule production/api',
  path: 'spec.trafficPolicy.portLevelSettings[0]',
  message: 'the entry for port 8443 has no tls and replaces the whole policy there, so SIMPLE is lost: auto mTLS decides inside the mesh, and plaintext is sent outside',
  fix: 'repeat tls with mode: SIMPLE in spec.trafficPolicy.portLevelSettings[0], or write mode: DISABLE there',
  related: [],
};
const proven: ExpectedFinding = {
  ...found,
  severity: 'error',
  message: 'so SIMPLE is lost: clients send plaintext to api.example, which is outside the mesh',
  related: ['ServiceEntry production/api'],
};

const MESH = namespace('production') + workload('production/api', 'app: api') + service('production/api', 'app: api', 'name: http, port: 80, targetPort: 8080');
const STRICT = policy('production/default', 'STRICT');
const mutual = dropping('ISTIO_MUTUAL', 'api', entry(80));
const AUTO_OFF = { autoMtls: false };
const refused: ExpectedFinding = {
  ...found,
  severity: 'error',
  message: 'the entry for port 80 has no tls and replaces the whole policy there, so ISTIO_MUTUAL is lost: clients send plaintext, which Deployment production/api refuses',
  fix: 'repeat tls with mode: ISTIO_MUTUAL',
  related: ['Deployment production/api'],
};
const unproven: ExpectedFinding = { ...refused, severity: 'warning', message: 'so ISTIO_MUTUAL is lost: clients send plaintext', related: [] };

checkTable(portSettingsDropTls, {
  valid: [
    { name: 'the entry repeats it', yaml: dropping('SIMPLE', 'api.example', entry(8443, ', tls: { mode: SIMPLE }')) },
    { name: 'the entry says DISABLE on purpose', yaml: dropping('SIMPLE', 'api.example', entry(8443, ', tls: { mode: DISABLE }')) },
    { name: 'nothing to lose', yaml: rule('production/api', 'api.example', `portLevelSettings: [${entry(8443)}]`) },
    { name: 'plaintext to lose', yaml: dropping('DISABLE') },
    { name: 'no mode to lose, which is MTLS501', yaml: rule('production/api', 'api.example', `tls: {}, portLevelSettings: [${entry(8443)}]`) },
    { name: 'the first entry for a port counts', yaml: dropping('SIMPLE', 'api.example', entry(8443, ', tls: { mode: SIMPLE }'), entry(8443)) },
    { name: 'an entry without a number matches nothing', yaml: rule('production/api', 'api.example', 'tls: { mode: SIMPLE }, portLevelSettings: [{ port: {} }]') },
    { name: 'a port that the Service does not have', yaml: MESH + dropping('ISTIO_MUTUAL', 'api', entry(8080)) },
    { name: 'a port that the ServiceEntry does not have', yaml: outside('{ name: https, number: 443, protocol: HTTPS }') + dropping('SIMPLE') },
    {
      name: 'a subset that says nothing about the port',
      yaml: rule('production/api', 'api.example', 'tls: { mode: SIMPLE }', 'subsets: [{ name: v1, trafficPolicy: { tls: { mode: SIMPLE } } }, { name: v2 }]'),
    },
    { name: 'a rule without policy', yaml: rule('production/api', 'api.example') },
  ],
  invalid: [
    { name: 'nothing known about the host', yaml: dropping('SIMPLE'), findings: [found] },
    {
      name: 'several ports in one finding',
      yaml: dropping('MUTUAL', 'api.example', entry(443, ', tls: { mode: MUTUAL }'), entry(8443), entry(9443)),
      findings: [{
        ...found,
        path: 'spec.trafficPolicy.portLevelSettings[1]',
        message: 'the whole policy there (and so does spec.trafficPolicy.portLevelSettings[2]), so MUTUAL is lost',
        fix: 'repeat tls with mode: MUTUAL',
      }],
    },
    {
      name: 'the entries of a subset: of its own, of the rule, of the port of the rule',
      yaml: rule('production/api', 'api.example', `tls: { mode: SIMPLE }, portLevelSettings: [${entry(9443, ', tls: { mode: MUTUAL }')}]`,
        `subsets: [{ name: v0 }, { name: v1, trafficPolicy: { tls: { mode: ISTIO_MUTUAL }, portLevelSettings: [${entry(8443)}] } },
          { name: v2, trafficPolicy: { portLevelSettings: [${entry(8443)}, ${entry(9443)}] } }]`),
      findings: [{
        ...found,
        path: 'spec.subsets[1].trafficPolicy.portLevelSettings[0]',
        message: 'the entry for port 8443 of subset v1 has no tls and replaces the whole policy there '
          + '(and so do spec.subsets[2].trafficPolicy.portLevelSettings[0] and spec.subsets[2].trafficPolicy.portLevelSettings[1]), so ISTIO_MUTUAL is lost',
        fix: 'repeat tls with mode: ISTIO_MUTUAL in spec.subsets[1].trafficPolicy.portLevelSettings[0]',
      }],
    },
    {
      name: 'a subset that takes the TLS of a port of the rule away',
      yaml: rule('production/api', 'api.example', `portLevelSettings: [${entry(9443, ', tls: { mode: MUTUAL }')}]`,
        `subsets: [{ name: v1, trafficPolicy: { portLevelSettings: [${entry(8443)}, ${entry(9443)}] } }]`),
      findings: [{ ...found, path: 'spec.subsets[0].trafficPolicy.portLevelSettings[1]', message: 'port 9443 of subset v1', fix: 'mode: MUTUAL' }],
    },
    { name: 'an external HTTP port', yaml: outside(HTTP) + dropping('SIMPLE'), findings: [proven] },
    { name: 'an external gRPC port, MUTUAL', yaml: outside(HTTP.replace('HTTP', 'GRPC')) + dropping('MUTUAL'), findings: [{ ...proven, message: 'so MUTUAL is lost: clients send plaintext', fix: 'MUTUAL' }] },
    {
      name: 'the proven one of several ports first',
      yaml: outside(`${HTTP}, { name: tcp, number: 9000, protocol: TCP }`) + dropping('SIMPLE', 'api.example', entry(9000), entry(8443)),
      findings: [{ ...proven, path: 'spec.trafficPolicy.portLevelSettings[1]', message: '(and so does spec.trafficPolicy.portLevelSettings[0])', fix: 'repeat' }],
    },
    { name: 'port 80 that is meant for TLS origination', yaml: outside('{ name: http, number: 80, protocol: HTTP, targetPort: 443 }') + dropping('SIMPLE', 'api.example', entry(80)), findings: [{ ...proven, message: 'port 80' }] },
    { name: 'a TCP port may carry TLS of the application', yaml: outside(HTTP.replace('HTTP', 'TCP')) + dropping('SIMPLE'), findings: [found] },
    { name: 'an HTTPS port does', yaml: outside(HTTP.replace('HTTP', 'HTTPS')) + dropping('SIMPLE'), findings: [found] },
    { name: 'plaintext at port 80 may be meant', yaml: outside('{ name: http, number: 80, protocol: HTTP }') + dropping('SIMPLE', 'api.example', entry(80)), findings: [{ ...found, message: 'port 80' }] },
    { name: 'a host of the mesh', yaml: outside(HTTP, 'location: MESH_INTERNAL') + dropping('SIMPLE'), findings: [found] },
    { name: 'a host that is also one of the mesh', yaml: outside(HTTP) + outside(HTTP, 'location: MESH_INTERNAL', 'staging/api') + dropping('SIMPLE'), findings: [found] },
    { name: 'mesh certificates go nowhere outside', yaml: outside(HTTP) + dropping('ISTIO_MUTUAL'), findings: [{ ...found, message: 'so ISTIO_MUTUAL is lost: auto', fix: 'ISTIO_MUTUAL' }] },
    {
      name: 'a subset: whether anybody routes there is not known',
      yaml: outside(HTTP) + rule('production/api', 'api.example', 'tls: { mode: SIMPLE }', `subsets: [{ name: v1, trafficPolicy: { portLevelSettings: [${entry(8443)}] } }]`),
      findings: [{ ...found, path: 'spec.subsets[0].trafficPolicy.portLevelSettings[0]', message: 'port 8443 of subset v1', fix: 'in spec.subsets[0]' }],
    },
    {
      name: 'which of two rules for the host is older is not known',
      yaml: outside(HTTP) + dropping('SIMPLE') + rule('production/a', 'api.example', 'tls: { mode: SIMPLE }'),
      findings: [found],
    },
    {
      name: 'an equal rule decides for the host',
      yaml: outside(HTTP) + dropping('SIMPLE') + dropping('SIMPLE').replace('name: api', 'name: a'),
      findings: [found, { ...proven, object: 'DestinationRule production/a' }],
    },
    {
      name: 'routes may lead past the rule, to a subset with TLS of its own',
      yaml: outside(HTTP) + dropping('SIMPLE').replace('spec: {', 'spec: { subsets: [{ name: v1, trafficPolicy: { tls: { mode: SIMPLE } } }],'),
      findings: [found],
    },
    {
      name: 'the same, STRICT',
      yaml: MESH + STRICT + mutual.replace('spec: {', 'spec: { subsets: [{ name: v1, trafficPolicy: { tls: { mode: ISTIO_MUTUAL } } }],'),
      profile: AUTO_OFF,
      findings: [unproven],
    },
    { name: 'nobody sees the rule at home', yaml: outside(HTTP) + dropping('SIMPLE').replace('host:', 'exportTo: [staging], host:'), findings: [found] },
    { name: 'STRICT, and auto mTLS off', yaml: MESH + STRICT + mutual, profile: AUTO_OFF, findings: [refused] },
    {
      name: 'STRICT below a namespace with DISABLE, which auto mTLS goes by',
      yaml: MESH + policy('production/default', 'DISABLE') + policy('production/api', 'STRICT', { labels: 'app: api' }) + mutual,
      findings: [refused],
    },
    { name: 'PERMISSIVE, and auto mTLS off', yaml: MESH + policy('production/default', 'PERMISSIVE') + mutual, profile: AUTO_OFF, findings: [unproven] },
    { name: 'one-way TLS would be refused as well', yaml: MESH + STRICT + dropping('SIMPLE', 'api', entry(80)), profile: AUTO_OFF, findings: [{ ...unproven, message: 'so SIMPLE is lost', fix: 'SIMPLE' }] },
  ],
  partial: [
    { name: 'clients unknown', yaml: MESH.replace('istio-injection', 'team') + STRICT + mutual, profile: AUTO_OFF, findings: [unproven] },
    { name: 'policies unknown', yaml: MESH + mutual, profile: AUTO_OFF, findings: [unproven] },
    { name: 'a rule of an unknown namespace', yaml: outside(HTTP) + dropping('SIMPLE').replace(', namespace: production', ''), findings: [{ ...found, object: 'DestinationRule api' }] },
    { name: 'a ServiceEntry of an unknown namespace', yaml: outside(HTTP).replace(', namespace: production', '') + dropping('SIMPLE'), findings: [found] },
  ],
  twoMeshes: [{ name: 'the host outside of one mesh, the entry in another', meshes: [outside(HTTP), rule('production/api', 'api.example', `portLevelSettings: [${entry(8443)}]`)] }],
  falsePositives: [
    { name: 'a connection pool for one port, and TLS for another', yaml: rule('production/api', 'api.example', `portLevelSettings: [${entry(80)}, ${entry(443, ', tls: { mode: SIMPLE }')}]`) },
  ],
});
