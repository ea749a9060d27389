import { Check, Observation } from './check';
import { objectName } from './object-name';
import { DroppedTls, droppedTls, plaintextOutside, refusedBecauseOf } from './support/dropped-tls';
import { listed } from './support/listed';
import { Resource } from '../istio/model/resource';
import { Rule } from '../istio/model/rule';
import { MeshSnapshot } from '../istio/model/snapshot';

export const portSettingsDropTls: Check = {
  id: 'MTLS502',
  name: 'port-settings-drop-tls',
  why: 'an entry of `portLevelSettings` replaces the whole policy for its port: without a `tls` of its own, the `tls` beside it does not hold there',
  sources: [
    'sidecar.md E2',
    'sidecar.md E3',
    'sidecar.md F6',
    'ambient-and-traffic.md C1e',
    'https://istio.io/latest/docs/reference/config/networking/destination-rule/#TrafficPolicy-PortTrafficPolicy',
  ],
  severity: 'Warning; error if the input proves that the port ends in plaintext to a workload that is STRICT there, or to an external host whose port speaks HTTP.',
  fix: 'repeat the `tls` block in the entry of the port',
  peers: [],
  bad: {
    yaml: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: payments
  namespace: production
spec:
  host: api.payments.example
  trafficPolicy:
    tls:
      mode: SIMPLE
      sni: api.payments.example
      subjectAltNames:
      - api.payments.example
    portLevelSettings:
    - port:
        number: 8443
      connectionPool:
        tcp:
          maxConnections: 100
`,
  },
  good: {
    yaml: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: payments
  namespace: production
spec:
  host: api.payments.example
  trafficPolicy:
    tls:
      mode: SIMPLE
      sni: api.payments.example
      subjectAltNames:
      - api.payments.example
    portLevelSettings:
    - port:
        number: 8443
      connectionPool:
        tcp:
          maxConnections: 100
      tls:
        mode: SIMPLE
        sni: api.payments.example
        subjectAltNames:
        - api.payments.example
`,
  },

  *check({ mesh }) {
    for (const rule of mesh.rules) {
      const harms = droppedTls(rule).filter((dropped) => isDialled(mesh, dropped)).map((dropped) => harmOf(mesh, dropped));
      if (harms.length > 0) { yield observe(rule, harms); }
    }
  },
};

/** What comes of one entry. */
interface Harm {
  readonly dropped: DroppedTls;
  /** Who gets plaintext for sure: it is outside the mesh, or refuses it. */
  readonly victims: readonly Resource[];
  readonly effect: string;
}

function observe(rule: Rule, harms: readonly Harm[]): Observation {
  const worstFirst = [...harms].sort((one, other) => Number(other.victims.length > 0) - Number(one.victims.length > 0));
  const [{ dropped, victims, effect }, ...others] = worstFirst;
  const also = others.length === 0 ? '' : ` (and so ${others.length === 1 ? 'does' : 'do'} ${listed(others.map((other) => other.dropped.path))})`;
  return {
    severity: victims.length > 0 ? 'error' : 'warning',
    resource: rule,
    path: dropped.path,
    message: `the entry for port ${dropped.servicePort}${subsetText(dropped)} has no tls and replaces the whole policy there${also}, so ${dropped.lost.mode} is lost: ${effect}`,
    fix: `repeat tls with mode: ${dropped.lost.mode} in ${dropped.path}, or write mode: DISABLE there if plaintext is meant`,
    related: victims,
  };
}

function subsetText({ subset }: DroppedTls): string {
  return subset === undefined ? '' : ` of subset ${subset}`;
}

/** Whether anybody can dial the port: an entry for a port that the Service does not have is dead anyway. */
function isDialled(mesh: MeshSnapshot, { rule, servicePort }: DroppedTls): boolean {
  const known = [mesh.serviceByHost(rule.resolvedHost), ...mesh.serviceEntriesByHost(rule.resolvedHost)].filter((one) => one !== undefined);
  return known.length === 0 || known.some(({ ports }) => ports.some(({ number }) => number === servicePort));
}

function harmOf(mesh: MeshSnapshot, dropped: DroppedTls): Harm {
  const outside = plaintextOutside(mesh, dropped);
  if (outside !== undefined) { return { dropped, victims: [outside], effect: `clients send plaintext to ${dropped.rule.resolvedHost}, which is outside the mesh` }; }
  const refusing = refusedBecauseOf(mesh, dropped);
  if (refusing.length > 0) {
    return { dropped, victims: refusing, effect: `clients send plaintext, which ${listed(refusing.map(objectName))} ${refusing.length === 1 ? 'refuses' : 'refuse'}` };
  }
  const effect = mesh.profile.autoMtls ? 'auto mTLS decides inside the mesh, and plaintext is sent outside' : 'clients send plaintext';
  return { dropped, victims: [], effect };
}
