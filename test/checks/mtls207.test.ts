import { checkTable } from './support/check-table';
import { hostNotExpanded } from '../../src/checks/mtls207-host-not-expanded';

const rule = (host: string, namespace = 'prod') => `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: rule, namespace: ${namespace} }
spec: { host: "${host}", trafficPolicy: { tls: { mode: ISTIO_MUTUAL } } }
`;
const service = (name = 'reviews', namespace = 'prod') => `---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace} }
spec: { selector: { app: ${name} }, ports: [{ port: 80 }] }
`;
const entry = (host: string) => `---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: entry, namespace: prod }
spec: { hosts: ["${host}"], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: DNS }
`;

const object = 'DestinationRule prod/rule';
const path = 'spec.host';

checkTable(hostNotExpanded, {
  valid: [
    { name: 'a name alone', yaml: rule('reviews') + service() },
    { name: 'a full name', yaml: rule('reviews.prod.svc.cluster.local') + service() },
    { name: 'a wildcard that covers full names', yaml: rule('*.prod.svc.cluster.local') + service() },
    { name: 'all hosts', yaml: rule('*') + service() },
    { name: 'all hosts of a cluster', yaml: rule('*.local') + service() },
    { name: 'a ServiceEntry has the host', yaml: rule('reviews.prod') + service() + entry('reviews.prod') },
    { name: 'a ServiceEntry has the host, among others', yaml: rule('reviews.prod') + service() + entry('*.prod') },
    { name: 'a ServiceEntry has hosts below', yaml: rule('*.prod') + service() + entry('a.prod') },
    { name: 'another cluster domain, which nobody declared', yaml: rule('reviews.prod.svc.corp.example') + service() },
    { name: 'an address', yaml: rule('10.0.0.1') + service('10') },
  ],
  invalid: [
    {
      name: 'name and namespace of a known Service',
      yaml: rule('reviews.prod', 'clients') + service(),
      findings: [{
        severity: 'error',
        object: 'DestinationRule clients/rule',
        path,
        message: 'host reviews.prod is taken literally, since it has a dot, and is the host of no Service: no client uses this rule, also none of Service prod/reviews',
        fix: 'write spec.host: reviews.prod.svc.cluster.local',
        related: ['Service prod/reviews'],
      }],
    },
    {
      name: 'with .svc, in the namespace of the Service',
      yaml: rule('reviews.prod.svc') + service(),
      profile: { clusterDomain: 'corp.example' },
      findings: [{ severity: 'error', object, path, fix: 'write spec.host: reviews.prod.svc.corp.example, or reviews alone' }],
    },
    {
      name: 'a namespace called like an ending of the Internet',
      yaml: rule('reviews.org') + service('reviews', 'org'),
      findings: [{ severity: 'error', object, path, related: ['Service org/reviews'] }],
    },
    {
      name: 'the Service of another namespace',
      yaml: rule('reviews.staging') + service(),
      findings: [{
        severity: 'warning', object, path, message: 'is the host of no Service: no client uses this rule', fix: 'write spec.host: reviews.staging.svc.cluster.local', related: [],
      }],
    },
    {
      name: 'a namespace that is known',
      yaml: `${rule('reviews.io')}${service()}---\napiVersion: v1\nkind: Namespace\nmetadata: { name: io }\n`,
      findings: [{ severity: 'warning', object, path }],
    },
    {
      name: 'a namespace that Services show',
      yaml: rule('reviews.io') + service() + service('ratings', 'io'),
      findings: [{ severity: 'warning', object, path }],
    },
    {
      name: 'all Services of a namespace',
      yaml: rule('*.prod') + service() + service('ratings'),
      findings: [{
        severity: 'warning',
        object,
        path,
        message: 'no client uses this rule, also none of Service prod/ratings and Service prod/reviews',
        fix: 'write spec.host: *.prod.svc.cluster.local',
        related: ['Service prod/ratings', 'Service prod/reviews'],
      }],
    },
  ],
  partial: [
    { name: 'no Service of this name', yaml: rule('reviews.prod') + service('ratings') },
    { name: 'the namespace of the Service is not known', yaml: rule('reviews.io') + service('reviews', '""') },
    {
      name: 'with .svc it cannot be anything else',
      yaml: rule('reviews.prod.svc'),
      findings: [{ severity: 'warning', object, path, message: 'no client uses this rule', fix: 'write spec.host: reviews.prod.svc.cluster.local', related: [] }],
    },
    {
      name: 'all Services of a namespace that is not in the input',
      yaml: rule('*.other.svc'),
      findings: [{ severity: 'warning', object, path, fix: 'write spec.host: *.other.svc.cluster.local' }],
    },
    { name: 'a wildcard of a namespace that is not in the input', yaml: rule('*.other') },
  ],
  twoMeshes: [{ name: 'the Service of another cluster', meshes: [rule('reviews.prod'), service()] }],
  falsePositives: [
    { name: 'httpbin runs inside, and httpbin.org is called outside', yaml: rule('httpbin.org') + service('httpbin', 'default') },
    { name: 'a host of the company', yaml: rule('my.company') + service() },
    { name: 'a database on premises', yaml: rule('reviews.corp') + service() },
    { name: 'a wildcard of the Internet beside a namespace of that name', yaml: rule('*.io') + service('reviews', 'io') },
  ],
});
