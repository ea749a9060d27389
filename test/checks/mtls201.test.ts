import { checkTable } from './support/check-table';
import { selectorInRootNamespace } from '../../src/checks/mtls201-selector-in-root-namespace';

const policy = (namespace: string, selector: string) => `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: payment, namespace: ${namespace} }
spec: { ${selector} mtls: { mode: STRICT } }
`;
const APP = 'selector: { matchLabels: { tier: gold, app: payment } },';

checkTable(selectorInRootNamespace, {
  valid: [
    { name: 'a selector in another namespace', profile: { rootNamespace: 'istio-system' }, yaml: policy('production', APP) },
    { name: 'the mesh policy', profile: { rootNamespace: 'istio-system' }, yaml: policy('istio-system', '') },
    { name: 'an empty selector in the root namespace', profile: { rootNamespace: 'istio-system' }, yaml: policy('istio-system', 'selector: {},') },
    { name: 'an unknown namespace', yaml: policy('""', APP) },
  ],
  invalid: [
    {
      name: 'the declared root namespace',
      profile: { rootNamespace: 'istio-system' },
      yaml: policy('istio-system', APP),
      findings: [{
        severity: 'error',
        object: 'PeerAuthentication istio-system/payment',
        path: 'spec.selector',
        message: 'Istio ignores this policy for every workload: istio-system is the root namespace, where a selector (app=payment,tier=gold) selects nothing',
        fix: 'or remove spec.selector if the whole mesh is meant',
        related: [],
      }],
    },
    {
      name: 'another root namespace',
      profile: { rootNamespace: 'mesh-config' },
      yaml: policy('mesh-config', APP),
      findings: [{ severity: 'error', object: 'PeerAuthentication mesh-config/payment', path: 'spec.selector', message: 'mesh-config is the root namespace' }],
    },
    {
      name: 'pods of the root namespace are not selected either',
      profile: { rootNamespace: 'istio-system', complete: true },
      yaml: `${policy('istio-system', APP)}---
apiVersion: apps/v1
kind: Deployment
metadata: { name: payment, namespace: istio-system }
spec: { template: { metadata: { labels: { app: payment, tier: gold, sidecar.istio.io/inject: "true" } } } }
`,
      findings: [{ severity: 'error', object: 'PeerAuthentication istio-system/payment', path: 'spec.selector' }],
    },
  ],
  partial: [{
    name: 'nobody said which namespace is the root',
    yaml: policy('istio-system', APP),
    findings: [{
      severity: 'warning',
      object: 'PeerAuthentication istio-system/payment',
      path: 'spec.selector',
      message: 'istio-system is, as far as known, the root namespace',
      fix: 'declare the root namespace if it is another',
    }],
  }],
  twoMeshes: [{
    name: 'the root of one mesh is an ordinary namespace of the other',
    meshes: [policy('production', APP), policy('staging', APP)],
    profile: { rootNamespace: 'istio-system' },
  }],
  falsePositives: [{
    name: 'AKS keeps its root namespace apart, and istio-system holds an ordinary workload',
    profile: { rootNamespace: 'aks-istio-system' },
    yaml: policy('istio-system', APP),
  }],
});
