import { Check, Observation } from './check';
import { objectName } from './object-name';
import { deciderText, decidersOf, policiesOf, subjectText } from './support/deciders';
import { Failure, Fails, worstFailure } from './support/failure';
import { listed } from './support/listed';
import { clientsOfRule, clientsOfService } from './support/meshed-clients';
import { placed } from './support/placed';
import { serversBehind, servicePlaces } from './support/service-places';
import { servicesOfRule } from './support/services-of-rule';
import { PASSTHROUGH } from '../istio/client-tls/service-mode';
import { namespaceMode } from '../istio/effective-mode/namespace-mode';
import { Rule } from '../istio/model/rule';
import { Service } from '../istio/model/service';
import { MeshSnapshot } from '../istio/model/snapshot';
import { Workload } from '../istio/model/workload';
import { TrafficAnswer } from '../istio/traffic/traffic-answer';

export const headlessAllOrNothing: Check = {
  id: 'MTLS405',
  name: 'headless-all-or-nothing',
  why: 'where clients dial pods themselves, auto mTLS decides once for all of them: one pod without a sidecar means plaintext to all, and no exception of a workload or port is followed',
  sources: [
    'sidecar.md F5',
    'ambient-and-traffic.md C1d',
    'https://github.com/istio/istio/issues/39439',
    'https://istio.io/latest/docs/ops/configuration/traffic-management/traffic-routing/#headless-services',
  ],
  severity: 'Error if the Service, all of its pods, the policies, a meshed client namespace and the absence of a rule are known, and a STRICT or an HTTP '
    + 'port refuses what clients send; otherwise warning.',
  fix: 'say in a rule for the host what its pods take, or let all of them take the same',
  peers: [],
  bad: {
    yaml: `apiVersion: v1
kind: Service
metadata:
  name: kafka
  namespace: production
spec:
  clusterIP: None
  selector:
    app: kafka
  ports:
  - name: tcp-broker
    port: 9092
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: kafka
  namespace: production
  annotations:
    cdk8s-istio-mtls/owner: streaming
    cdk8s-istio-mtls/reason: brokers encrypt by themselves
    cdk8s-istio-mtls/review-by: "2027-03-31"
spec:
  selector:
    matchLabels:
      app: kafka
  mtls:
    mode: DISABLE
`,
  },
  good: {
    yaml: `apiVersion: v1
kind: Service
metadata:
  name: kafka
  namespace: production
spec:
  clusterIP: None
  selector:
    app: kafka
  ports:
  - name: tcp-broker
    port: 9092
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: kafka
  namespace: production
  annotations:
    cdk8s-istio-mtls/owner: streaming
    cdk8s-istio-mtls/reason: brokers encrypt by themselves
    cdk8s-istio-mtls/review-by: "2027-03-31"
spec:
  selector:
    matchLabels:
      app: kafka
  mtls:
    mode: DISABLE
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: kafka
  namespace: production
spec:
  host: kafka.production.svc.cluster.local
  trafficPolicy:
    tls:
      mode: DISABLE
`,
  },

  *check({ mesh }) {
    if (!mesh.profile.autoMtls) { return; }
    for (const service of mesh.services) {
      if (!service.headless) { continue; }
      const observation = observe(mesh, service, spotsOf(mesh, [service]));
      if (observation !== undefined) { yield observation; }
    }
    for (const rule of mesh.rules) {
      if (!isPassedThrough(rule)) { continue; }
      const observation = observe(mesh, rule, spotsOf(mesh, servicesOfRule(mesh, rule).filter(({ headless }) => !headless), rule));
      if (observation !== undefined) { yield observation; }
    }
  },
};

/** A Service at which clients fail because they choose for all of its pods at once. */
interface Spot {
  readonly service: Service;
  readonly failures: readonly Failure[];
}

function isPassedThrough({ trafficPolicy }: Rule): boolean {
  return trafficPolicy !== undefined && [trafficPolicy, ...trafficPolicy.ports].some(({ loadBalancer }) => loadBalancer === PASSTHROUGH);
}

/** Below DISABLE clients send plaintext to every kind of Service: that is the parent's doing. */
function spotsOf(mesh: MeshSnapshot, services: readonly Service[], rule?: Rule): readonly Spot[] {
  return services
    .filter(({ namespace }) => namespace !== undefined && namespaceMode(mesh, namespace) !== 'DISABLE')
    .map((service) => ({ service, failures: failuresOf(mesh, service, rule) }))
    .filter(({ failures }) => failures.length > 0);
}

function failuresOf(mesh: MeshSnapshot, service: Service, rule: Rule | undefined): readonly Failure[] {
  const clients = rule === undefined ? clientsOfService(mesh, service.namespace) : clientsOfRule(mesh, rule, service.namespace);
  const isCause = ({ clientTls }: TrafficAnswer) => rule === undefined || clientTls?.selection?.rule?.trafficPolicyFrom === rule;
  return servicePlaces(mesh, service)
    .map((place) => worstFailure(mesh, clients, place, fails, isCause))
    .filter((failure) => failure !== undefined);
}

const fails: Fails = ({ clientTls, serverMode, delivered }, server) => {
  if (clientTls?.via !== 'auto' || clientTls.perEndpoint || server.dataPlane !== 'sidecar' || delivered !== false) { return false; }
  return serverMode === (clientTls.sends === 'mtls' ? 'DISABLE' : 'STRICT');
};

function observe(mesh: MeshSnapshot, changed: Service | Rule, spots: readonly Spot[]): Observation | undefined {
  const [first] = spots;
  if (first === undefined) { return undefined; }
  const failures = spots.flatMap((spot) => spot.failures);
  const deciders = decidersOf(failures);
  const outside = failures.some(sendsMtls) ? [] : spots.flatMap(({ service }) => serversBehind(mesh, service)).filter(isWithoutSidecar);
  const place = placed(changed, [...policiesOf(deciders), ...outside]);
  const isHeadless = changed === first.service;
  return place && {
    severity: spots.some((spot) => isRefused(mesh, spot)) ? 'error' : 'warning',
    ...place,
    path: place.resource !== changed ? '' : isHeadless ? 'spec.clusterIP' : 'spec.trafficPolicy',
    message: `${isHeadless ? `${objectName(changed)} is headless` : `PASSTHROUGH for ${listed(hostsOf(spots))} leaves the pod to the caller`}, `
      + `so ${outside.length === 0 ? 'clients send mTLS to all of its pods, and exceptions are not followed' : plaintextText(outside)}: ${listed(deciders.map(deciderText))}`,
    fix: outside.length === 0
      ? `add a rule for ${listed(hostsOf(spots))} with ${deciders.every(({ ports }) => ports.length === 0) ? 'tls.mode DISABLE' : portSettings(failures)}`
      : `let ${listed(outside.map(objectName))} join the mesh, or say PERMISSIVE for ${listed(deciders.map(subjectText))}`,
  };
}

function plaintextText(outside: readonly Workload[]): string {
  return `clients send plaintext to all of its pods because ${listed(outside.map(objectName))} ${outside.length === 1 ? 'has' : 'have'} no sidecar`;
}

function portSettings(failures: readonly Failure[]): string {
  const ports = [...new Set(failures.map(({ destination }) => destination.servicePort))];
  return `portLevelSettings with tls.mode DISABLE for port ${listed(ports.map(String))}`;
}

function hostsOf(spots: readonly Spot[]): readonly string[] {
  return spots.map(({ service }) => service.host).filter((host) => host !== undefined);
}

function sendsMtls({ answer }: Failure): boolean {
  return answer.clientTls?.sends === 'mtls';
}

function isWithoutSidecar({ dataPlane: { dataPlane } }: Workload): boolean {
  return dataPlane === 'none' || dataPlane === 'ambient';
}

/** One pod of which nothing is known may turn the choice for all. */
function isRefused(mesh: MeshSnapshot, { service, failures }: Spot): boolean {
  return failures.some(({ proven, answer }) => proven && answer.outcome === 'refused')
    && serversBehind(mesh, service).every(({ dataPlane: { dataPlane, proven } }) => proven && dataPlane !== 'unknown');
}
