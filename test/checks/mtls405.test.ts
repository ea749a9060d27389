import { checkTable } from './support/check-table';
import { headless, namespace, policy, rule, service, workload } from './support/traffic-manifests';
import { headlessAllOrNothing } from '../../src/checks/mtls405-headless-all-or-nothing';

const TCP = 'name: tcp-broker, port: 9092';
const HTTP = 'name: http, port: 9092';
const HOST = 'kafka.production.svc.cluster.local';
const COMPLETE = { complete: true };

const production = namespace('production');
const strict = policy('production/default', 'STRICT');
const disabled = policy('production/kafka', 'DISABLE', { labels: 'app: kafka' });
const disabledPort = policy('production/kafka', 'UNSET', { labels: 'app: kafka', ports: '9092: DISABLE' });
const kafka = (port = TCP) => headless('production/kafka', 'app: kafka', port) + workload('production/kafka', 'app: kafka', { kind: 'StatefulSet' });
const outsider = workload('production/sidekick', 'app: kafka, sidecar.istio.io/inject: "false"');
const passthrough = rule('production/kafka', 'kafka', 'loadBalancer: { simple: PASSTHROUGH }');
const clusterIp = (port = TCP) => service('production/kafka', 'app: kafka', port) + workload('production/kafka', 'app: kafka');
const object = 'Service production/kafka';
const path = 'spec.clusterIP';

checkTable(headlessAllOrNothing, {
  valid: [
    { name: 'all pods STRICT, with sidecars', yaml: production + strict + kafka() },
    { name: 'no pod with a sidecar', yaml: production + strict + headless('production/kafka', 'app: kafka', TCP) + outsider, profile: { dataPlane: 'sidecar' } },
    { name: 'mixed pods that take plaintext', yaml: production + kafka() + outsider, profile: { dataPlane: 'sidecar' } },
    { name: 'a Service with an address, whose exceptions are followed', yaml: production + disabled + clusterIp() },
    { name: 'a rule that says DISABLE', yaml: production + strict + disabled + kafka() + rule('production/kafka', 'kafka', 'tls: { mode: DISABLE }') },
    { name: 'a rule that says ISTIO_MUTUAL is another cause', yaml: production + disabled + kafka() + rule('production/kafka', 'kafka', 'tls: { mode: ISTIO_MUTUAL }') },
    { name: 'a parent that is DISABLE: clients send plaintext', yaml: production + policy('production/default', 'DISABLE') + disabled + kafka() },
    { name: 'a STRICT workload below DISABLE is another cause', yaml: production + policy('production/default', 'DISABLE') + policy('production/kafka', 'STRICT', { labels: 'app: kafka' }) + kafka() },
    { name: 'the port of the exception is not the one that clients dial', yaml: production + policy('production/kafka', 'UNSET', { labels: 'app: kafka', ports: '9093: DISABLE' }) + kafka() },
    { name: 'without auto mTLS nothing is chosen', yaml: production + disabled + kafka(), profile: { autoMtls: false } },
    { name: 'PASSTHROUGH to pods that all take mTLS', yaml: production + strict + clusterIp() + passthrough },
    { name: 'PASSTHROUGH in a rule that nobody uses', yaml: production + disabled + clusterIp() + rule('production/all', '*.production.svc.cluster.local', 'loadBalancer: { simple: PASSTHROUGH }') + rule('production/kafka', 'kafka', 'loadBalancer: { simple: RANDOM }') },
  ],
  invalid: [
    {
      name: 'a pod without a sidecar makes clients send plaintext to STRICT',
      yaml: production + strict + kafka() + outsider,
      profile: { ...COMPLETE, dataPlane: 'sidecar' },
      findings: [{
        severity: 'error',
        object,
        path,
        message: 'Service production/kafka is headless, so clients send plaintext to all of its pods because Deployment production/sidekick has no sidecar: '
          + 'PeerAuthentication production/default says STRICT for namespace production (StatefulSet production/kafka)',
        fix: 'let Deployment production/sidekick join the mesh, or say PERMISSIVE for namespace production',
        related: ['PeerAuthentication production/default', 'Deployment production/sidekick'],
      }],
    },
    {
      name: 'an exception that clients do not follow, at an HTTP port',
      yaml: production + disabled + strict + kafka(HTTP),
      profile: COMPLETE,
      findings: [{
        severity: 'error',
        object,
        path,
        message: 'is headless, so clients send mTLS to all of its pods, and exceptions are not followed: PeerAuthentication production/kafka says DISABLE for app=kafka (StatefulSet production/kafka)',
        fix: `add a rule for ${HOST} with tls.mode DISABLE`,
        related: ['PeerAuthentication production/kafka'],
      }],
    },
    {
      name: 'bytes that the application cannot read are no proof of a refusal',
      yaml: production + disabled + strict + kafka(),
      profile: COMPLETE,
      findings: [{ severity: 'warning', object, path }],
    },
    {
      name: 'one port',
      yaml: production + disabledPort + strict + kafka(),
      profile: COMPLETE,
      findings: [{ severity: 'warning', object, path, message: 'says DISABLE for port 9092 of app=kafka', fix: `add a rule for ${HOST} with portLevelSettings with tls.mode DISABLE for port 9092` }],
    },
    {
      name: 'a rule that says nothing about TLS proves that clients are left to auto mTLS',
      yaml: production + disabled + strict + kafka(HTTP) + rule('production/kafka', 'kafka', 'loadBalancer: { simple: RANDOM }'),
      findings: [{ severity: 'error', object, path }],
    },
    {
      name: 'PASSTHROUGH and an exception',
      yaml: production + disabled + strict + clusterIp(HTTP) + passthrough,
      findings: [{
        severity: 'error',
        object: 'DestinationRule production/kafka',
        path: 'spec.trafficPolicy',
        message: `PASSTHROUGH for ${HOST} leaves the pod to the caller, so clients send mTLS`,
        related: ['PeerAuthentication production/kafka'],
      }],
    },
    {
      name: 'one finding for a rule with PASSTHROUGH and its Services',
      yaml: production + disabled + strict + clusterIp(HTTP) + service('production/other', 'app: kafka', HTTP) + rule('production/all', '*.production.svc.cluster.local', 'loadBalancer: { simple: PASSTHROUGH }'),
      findings: [{
        severity: 'error',
        object: 'DestinationRule production/all',
        path: 'spec.trafficPolicy',
        message: `PASSTHROUGH for ${HOST} and other.production.svc.cluster.local leaves`,
        fix: `add a rule for ${HOST} and other.production.svc.cluster.local with tls.mode DISABLE`,
      }],
    },
    {
      name: 'PASSTHROUGH, and a pod without a sidecar',
      yaml: production + strict + clusterIp() + outsider + passthrough,
      profile: { dataPlane: 'sidecar' },
      findings: [{ severity: 'error', object: 'DestinationRule production/kafka', path: 'spec.trafficPolicy', message: 'because Deployment production/sidekick has no sidecar', related: ['PeerAuthentication production/default', 'Deployment production/sidekick'] }],
    },
    {
      name: 'a pod without a sidecar, as far as is known',
      yaml: strict + headless('production/kafka', 'app: kafka', TCP) + workload('production/kafka', 'app: kafka, sidecar.istio.io/inject: "true"') + outsider,
      findings: [{ severity: 'warning', object, path }],
    },
  ],
  partial: [
    {
      name: 'rules may be elsewhere',
      yaml: production + disabled + strict + kafka(HTTP),
      findings: [{ severity: 'warning', object, path }],
    },
    {
      name: 'the pods are not known',
      yaml: disabled + headless('production/kafka', 'app: kafka', TCP),
      findings: [{ severity: 'warning', object, path, message: 'says DISABLE for app=kafka' }],
    },
    { name: 'the pods are not known, and nothing is excepted', yaml: strict + headless('production/kafka', 'app: kafka', TCP) },
    { name: 'nothing says whether the pods have a sidecar', yaml: strict + kafka() },
    { name: 'the namespace is not known', yaml: disabled.replace(', namespace: production', '') + headless('kafka', 'app: kafka', TCP) },
  ],
  twoMeshes: [{ name: 'each environment has its own', meshes: [production + disabled, production + kafka()] }],
  falsePositives: [
    { name: 'a database in its own words: headless, STRICT, all pods meshed', yaml: production + strict + kafka() + service('production/kafka-client', 'app: kafka', TCP), profile: COMPLETE },
    { name: 'a backup Job with the labels of the database, without a sidecar', yaml: production + strict + kafka() + workload('production/backup', 'app: kafka, sidecar.istio.io/inject: "false"', { kind: 'Job' }), profile: { ...COMPLETE, dataPlane: 'sidecar' } },
    { name: 'a headless Service without selector, for a database outside the cluster', yaml: production + strict + headless('production/db', '', TCP), profile: COMPLETE },
  ],
});
