import { ApiObject, App, Chart } from 'cdk8s';

// An App that knows nothing of cdk8s-istio-mtls: the plugin in cdk8s.yaml looks at what it writes.
const app = new App();

for (const team of ['team-a', 'team-b']) {
  const chart = new Chart(app, team, { namespace: team });
  new ApiObject(chart, 'policy', {
    apiVersion: 'security.istio.io/v1',
    kind: 'PeerAuthentication',
    metadata: { name: 'default' },
    // An empty selector: sidecars read it as none, ambient does not.
    spec: { selector: {}, mtls: { mode: 'STRICT' } },
  });
}

app.synth();
