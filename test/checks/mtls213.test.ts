import { checkTable } from './support/check-table';
import { ruleIgnoredByAmbient } from '../../src/checks/mtls213-rule-ignored-by-ambient';

const AMBIENT = 'istio.io/dataplane-mode: ambient';
const SIDECAR = 'istio-injection: enabled';

const namespace = (labels: string, name = 'production') => `---\napiVersion: v1\nkind: Namespace\nmetadata: { name: ${name}, labels: { ${labels} } }\n`;
const rule = (spec = 'trafficPolicy: { tls: { mode: DISABLE } }', home = 'production') => `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: reviews, namespace: ${home} }
spec: { host: reviews.production.svc.cluster.local, ${spec} }
`;
const pods = (home = 'production', pod = 'labels: { app: web }') => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: ${home} }
spec: { template: { metadata: { ${pod} } } }
`;
const gateway = (home: string, className: string) => `---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: gateway, namespace: ${home} }
spec: { gatewayClassName: ${className} }
`;
const labelled = (apiVersion: string, kind: string, spec: string) => `---
apiVersion: ${apiVersion}
kind: ${kind}
metadata: { name: reviews, namespace: production, labels: { istio.io/use-waypoint: waypoint } }
spec: { ${spec} }
`;
const PRIVATE = "exportTo: ['.'], trafficPolicy: { tls: { mode: ISTIO_MUTUAL } }";
const object = 'DestinationRule production/reviews';
const path = 'spec.trafficPolicy.tls.mode';

checkTable(ruleIgnoredByAmbient, {
  valid: [
    { name: 'sidecars read rules', yaml: namespace(SIDECAR) + rule() + pods() },
    { name: 'a rule without TLS', yaml: namespace(AMBIENT) + rule('trafficPolicy: { loadBalancer: { simple: RANDOM } }') },
    { name: 'a sidecar elsewhere dials the service', yaml: namespace(AMBIENT) + namespace(SIDECAR, 'clients') + rule() + pods('clients') },
    { name: 'a sidecar among ambient pods', yaml: namespace(AMBIENT) + rule(PRIVATE) + pods('production', 'labels: { sidecar.istio.io/inject: "true" }') },
    { name: 'a waypoint beside the services', yaml: namespace(AMBIENT) + rule(PRIVATE) + gateway('production', 'istio-waypoint') },
    { name: 'a waypoint for a Service', yaml: namespace(AMBIENT) + rule(PRIVATE) + labelled('v1', 'Service', 'ports: [{ port: 80 }]') },
    {
      name: 'a waypoint for a host outside',
      yaml: namespace(AMBIENT) + rule(PRIVATE) + labelled('networking.istio.io/v1', 'ServiceEntry', 'hosts: [reviews.example.org], ports: [{ number: 443, name: tls, protocol: TLS }]'),
    },
    { name: 'a namespace outside of the mesh', yaml: namespace('team: web') + rule() + pods() },
  ],
  invalid: [
    {
      name: 'an ambient namespace',
      yaml: namespace(AMBIENT) + rule(),
      findings: [{
        severity: 'warning',
        object,
        path,
        message: 'no known client of reviews.production.svc.cluster.local reads this rule: ztunnel, which speaks for ambient pods, ignores rules, so tls mode DISABLE does nothing',
        fix: 'remove the rule, since ambient pods get mTLS without it, or let the services use a waypoint',
        related: [],
      }],
    },
    {
      name: 'ambient pods',
      yaml: rule() + pods('production', `labels: { ${AMBIENT} }`),
      findings: [{ severity: 'warning', object, path }],
    },
    {
      name: 'an ambient mesh',
      profile: { dataPlane: 'ambient' },
      yaml: rule('trafficPolicy: { portLevelSettings: [{ port: { number: 443 }, tls: { mode: SIMPLE } }] }'),
      findings: [{ severity: 'warning', object, path: 'spec.trafficPolicy.portLevelSettings[0].tls.mode', message: 'tls mode SIMPLE does nothing' }],
    },
    {
      name: 'a rule of the root namespace, for clients anywhere',
      yaml: namespace(AMBIENT) + rule(undefined, 'istio-system') + pods(),
      findings: [{ severity: 'warning', object: 'DestinationRule istio-system/reviews', path }],
    },
    {
      name: 'a rule that stays in its namespace, whoever is elsewhere',
      yaml: namespace(AMBIENT) + namespace(SIDECAR, 'clients') + rule(PRIVATE) + pods('clients'),
      findings: [{ severity: 'warning', object, path }],
    },
    {
      name: 'pods without proxy read no rules either',
      yaml: namespace(AMBIENT) + rule() + pods('production', 'labels: { istio.io/dataplane-mode: none }'),
      findings: [{ severity: 'warning', object, path }],
    },
    {
      name: 'a namespace that opted out of its waypoint',
      yaml: namespace(`${AMBIENT}, istio.io/use-waypoint: none`) + rule(),
      findings: [{ severity: 'warning', object, path }],
    },
  ],
  partial: [
    { name: 'nothing says what the clients are', yaml: rule() },
    { name: 'some clients are ambient, the home of the rule is not known', yaml: rule() + namespace(AMBIENT, 'clients') + pods('clients') },
    { name: 'the namespace of the rule is not known', yaml: namespace(AMBIENT) + rule(undefined, '""'), profile: { dataPlane: 'ambient' } },
    { name: 'a rule of the root namespace that stays there', yaml: namespace(AMBIENT) + rule(PRIVATE, 'istio-system') + pods() },
  ],
  twoMeshes: [{ name: 'the namespace is ambient in the other mesh', meshes: [rule(), namespace(AMBIENT)] }],
  falsePositives: [
    { name: 'an ingress gateway dials ambient pods by the rule', yaml: namespace(AMBIENT) + rule() + pods() + pods('ingress', 'labels: { app: gateway }, annotations: { inject.istio.io/templates: gateway }') },
    { name: 'a gateway of the Gateway API does', yaml: namespace(AMBIENT) + rule() + gateway('ingress', 'istio') },
    {
      name: 'an Ingress of class istio does',
      yaml: `${namespace(AMBIENT)}${rule()}---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: web, namespace: production }\n`
        + 'spec: { ingressClassName: istio, defaultBackend: { service: { name: reviews, port: { number: 80 } } } }\n',
    },
  ],
});
