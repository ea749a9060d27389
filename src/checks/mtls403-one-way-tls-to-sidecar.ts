import { Check, Observation } from './check';
import { objectName } from './object-name';
import { CutOff, cutOffs } from './support/cut-offs';
import { deciderText, decidersOf, policiesOf, workloadsOf } from './support/deciders';
import { Fails } from './support/failure';
import { listed } from './support/listed';
import { placed } from './support/placed';
import { tlsBlockPath } from './support/tls-block-path';
import { TlsBlock } from './support/tls-blocks';
import { groupBy } from '../istio/model/index/group';
import { Resource } from '../istio/model/resource';
import { MeshSnapshot } from '../istio/model/snapshot';
import { TrafficAnswer } from '../istio/traffic/traffic-answer';

/** Protocols by which a Service says that its application takes TLS off itself. */
const TLS_PROTOCOLS: readonly (string | undefined)[] = ['HTTPS', 'TLS'];

export const oneWayTlsToSidecar: Check = {
  id: 'MTLS403',
  name: 'one-way-tls-to-sidecar',
  why: 'SIMPLE and MUTUAL announce no Istio ALPN, so a sidecar does not take their TLS for its own: STRICT and HTTP ports refuse it, other ports hand it to the application undecrypted',
  sources: [
    'sidecar.md H',
    'ambient-and-traffic.md C1f',
    'ambient-and-traffic.md C3',
    'https://istio.io/latest/docs/ops/configuration/traffic-management/tls-configuration/',
    'https://istio.io/latest/docs/ops/common-problems/network-issues/#double-tls',
  ],
  severity: 'Error if Service, workload with sidecar and clients are known, for SIMPLE to a STRICT port or to a declared HTTP port, and for MUTUAL to an HTTP '
    + 'port that is not STRICT; warning otherwise; silent where a PERMISSIVE or DISABLE port is declared as HTTPS or TLS.',
  fix: 'write ISTIO_MUTUAL, or nothing about TLS where auto mTLS is on',
  peers: ['KIA0505', 'KIA0506', 'TIS0104'],
  bad: {
    yaml: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: production
spec:
  mtls:
    mode: STRICT
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: api
  namespace: production
spec:
  host: api.production.svc.cluster.local
  trafficPolicy:
    tls:
      mode: SIMPLE
      subjectAltNames:
      - api.production.svc.cluster.local
`,
  },
  good: {
    yaml: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: production
spec:
  mtls:
    mode: STRICT
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: api
  namespace: production
spec:
  host: api.production.svc.cluster.local
  trafficPolicy:
    tls:
      mode: ISTIO_MUTUAL
`,
  },

  *check({ mesh }) {
    for (const rule of mesh.rules) {
      const refused = cutOffs(mesh, rule, { isSuspect, concerns: () => true, mode: 'STRICT', fails });
      // somebody who writes a rule for one host may know that its pods take TLS off themselves
      const passed = rule.resolvedHost.startsWith('*') ? cutOffs(mesh, rule, { isSuspect, concerns: () => false, mode: 'DISABLE', fails: isPassedOn }) : [];
      const found = [...refused, ...passed];
      for (const [block, ofBlock] of groupBy(found, (cutOff) => cutOff.block)) {
        const observation = observe(mesh, block, ofBlock);
        if (observation !== undefined) { yield observation; }
      }
    }
  },
};

function isSuspect({ tls }: TlsBlock): boolean {
  return tls.mode === 'SIMPLE' || tls.mode === 'MUTUAL';
}

function isOwnTls({ clientTls, hbone }: TrafficAnswer): boolean {
  return clientTls?.via === 'destination-rule' && (clientTls.sends === 'tls' || clientTls.sends === 'custom-mtls') && !hbone;
}

/** Pods of which nobody knows whether they have a sidecar fail only where a policy takes it for granted. */
const fails: Fails = (answer, server, { port }) => {
  const { serverMode, outcome } = answer;
  if (!isOwnTls(answer) || server.dataPlane !== 'sidecar') { return false; }
  if (!server.proven || outcome === 'refused') { return outcome === 'refused' && (server.proven || serverMode === 'STRICT'); }
  return outcome === 'tls-passthrough' && !TLS_PROTOCOLS.includes(port?.protocol);
};

/** A policy makes sure that no sidecar takes the TLS off. */
const isPassedOn: Fails = (answer) => isOwnTls(answer) && answer.serverMode === 'DISABLE';

/** What becomes of the TLS, the worst first. */
type Effect = 'http' | 'strict' | 'passed';

const EFFECTS: readonly Effect[] = ['http', 'strict', 'passed'];

function effectOf({ answer, server, proven }: CutOff): Effect {
  if (answer.outcome !== 'refused') { return 'passed'; }
  const isHttp = server.portKind === 'http' && server.workload !== undefined;
  return isHttp && (answer.serverMode !== 'STRICT' || !proven) ? 'http' : 'strict';
}

function isError(cutOff: CutOff): boolean {
  const isOneWay = cutOff.answer.clientTls?.sends === 'tls';
  switch (effectOf(cutOff)) {
    case 'passed': return false;
    // a client certificate of the mesh CA would open the port
    case 'strict': return cutOff.proven && isOneWay;
    // one-way TLS fails there in every mode, so nobody need know which it is
    case 'http': return cutOff.proven || (isOneWay && !cutOff.routedApart && isKnownButForMode(cutOff));
  }
}

function isKnownButForMode({ unknown }: CutOff): boolean {
  return unknown.every((link) => link === 'policy' || link === 'parent-mode');
}

function observe(mesh: MeshSnapshot, block: TlsBlock, found: readonly CutOff[]): Observation | undefined {
  const errors = found.filter(isError);
  const counted = errors.length > 0 ? errors : found;
  const effect = EFFECTS.find((one) => counted.some((cutOff) => effectOf(cutOff) === one)) as Effect;
  const worst = counted.filter((cutOff) => effectOf(cutOff) === effect);
  const deciders = decidersOf(worst);
  const workloads = workloadsOf(worst);
  const others: readonly Resource[] = effect === 'strict' || workloads.length === 0 ? policiesOf(deciders) : workloads;
  const place = placed(block.rule, others);
  const ports = listed([...new Set(worst.filter(({ server }) => server.workload !== undefined).map(portText))]);
  const who = effect === 'strict' || ports === '' ? listed(deciders.map(deciderText)) : ports;
  return place && {
    severity: errors.length > 0 ? 'error' : 'warning',
    ...place,
    path: place.resource === block.rule ? block.path : '',
    message: `${block.tls.mode} for ${block.rule.host} makes clients send TLS that is not the mesh's own, ${effectText(effect, block)}: ${who}`,
    fix: `write mode: ISTIO_MUTUAL in ${tlsBlockPath(block)}${mesh.profile.autoMtls ? ', or remove this tls block: auto mTLS sends mTLS by itself' : ''}`
      + (effect === 'passed' ? '; or declare the port as https or tls if the application speaks TLS' : ''),
  };
}

function effectText(effect: Effect, { tls }: TlsBlock): string {
  switch (effect) {
    case 'http': return 'which an HTTP port of a sidecar refuses';
    case 'strict': return `which is refused${tls.mode === 'MUTUAL' ? ' unless the mesh CA signed its certificate' : ''}`;
    case 'passed': return 'which reaches the application undecrypted';
  }
}

function portText({ server: { workload, workloadPort } }: CutOff): string {
  return `port ${workloadPort} of ${objectName(workload as Resource)}`;
}
