import { Check, Observation } from './check';
import { objectName } from './object-name';
import { winnerText } from './support/age-text';
import { byControlPlane } from './support/control-plane';
import { haveCopies } from './support/distinct-objects';
import { listed } from './support/listed';
import { placed } from './support/placed';
import { RuleClash, clashesOf } from './support/rule-clashes';
import { sameApply } from './support/same-apply';
import { compareSelecting } from '../istio/model/canonical-order';
import { groupBy } from '../istio/model/index/group';
import { Rule } from '../istio/model/rule';
import { MeshSnapshot } from '../istio/model/snapshot';

export const duplicateRuleHost: Check = {
  id: 'MTLS303',
  name: 'duplicate-rule-host',
  why: 'rules for one host in one namespace melt into the oldest: it keeps its whole trafficPolicy and its subsets, and what the others say about the same is dropped without a word',
  sources: [
    'sidecar.md D10',
    'sidecar.md D11',
    'sidecar.md D12',
    'sidecar.md D15',
    'https://istio.io/latest/docs/ops/best-practices/traffic-management/#split-virtual-services',
    'https://github.com/istio/istio/issues/58322',
  ],
  severity: 'Error if a TLS block or a subset is lost whichever rule is older; warning if that depends on age, or if something else is lost; '
    + 'info if the rules repeat each other; silent if they complete each other.',
  fix: 'write one rule for the host, with everything that shall hold',
  peers: ['KIA0201', 'TIS0201'],
  bad: {
    yaml: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: payments
  namespace: production
spec:
  host: payments.production.svc.cluster.local
  trafficPolicy:
    tls:
      mode: ISTIO_MUTUAL
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: payments-plain
  namespace: production
spec:
  host: payments
  trafficPolicy:
    tls:
      mode: DISABLE
`,
  },
  good: {
    yaml: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: payments
  namespace: production
spec:
  host: payments.production.svc.cluster.local
  trafficPolicy:
    tls:
      mode: ISTIO_MUTUAL
`,
  },

  *check({ mesh }) {
    // copies are one object in the cluster, and the first stands for all
    const rules = mesh.rules.filter((rule) => rule.host !== '' && mesh.copiesOf(rule)[0] === rule);
    for (const forOneHost of groupBy(rules, ({ namespace, resolvedHost }) => JSON.stringify([namespace ?? null, resolvedHost])).values()) {
      if (forOneHost.length < 2) { continue; }
      for (const readTogether of byControlPlane([...forOneHost].sort(compareSelecting))) {
        const observation = readTogether.length < 2 ? undefined : observe(mesh, readTogether);
        if (observation !== undefined) { yield observation; }
      }
    }
  },
};

function observe(mesh: MeshSnapshot, rules: readonly Rule[]): Observation | undefined {
  const clashes = clashesOf(mesh, rules);
  const [worst] = clashes;
  if (worst === undefined || (rules[0].namespace === undefined && !sameApply(rules))) { return undefined; }
  const involved = rules.filter((rule) => clashes.some(({ loser, winner }) => rule === loser || rule === winner));
  const place = placed(worst.loser, involved);
  if (place === undefined) { return undefined; }
  const proven = rules[0].namespace !== undefined && sameApply(rules) && !haveCopies(mesh, rules);
  return {
    severity: worst.weight === 'error' && !proven ? 'warning' : worst.weight,
    ...place,
    path: 'spec.host',
    message: `${listed(involved.map(objectName))} are for the same host ${worst.loser.resolvedHost}: ${listed([...new Set(clashes.map(effectOf))])}, ${winnerText(involved)}`,
    fix: `write one rule for ${worst.loser.resolvedHost}: move what ${objectName(place.resource)} says into ${objectName(place.related[0])} and delete it`,
  };
}

function effectOf({ kind, subset }: RuleClash): string {
  switch (kind) {
    case 'tls': return 'Istio keeps the whole trafficPolicy of the oldest, so a tls block is lost';
    case 'traffic-policy': return 'Istio keeps the whole trafficPolicy of the oldest and drops the other';
    case 'subset': return `Istio keeps subset ${subset} of the oldest and drops the other one`;
    case 'visibility': return 'Istio hides the younger behind the oldest, so some clients are left without a rule';
    case 'apart': return 'clients that see both use the youngest only, so a tls block is lost';
    case 'repeated': return 'they repeat each other, and only the oldest counts where they will differ';
  }
}
