// One synth in a fresh process, of policies alone or with workloads and Services; what is measured is one line of JSON.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart } from 'cdk8s';
import { MtlsMode, MtlsPort, WorkloadMtls } from 'cdk8s-istio-mtls';

const [policies, charts, workloads] = process.argv.slice(2).map(Number);

const outdir = mkdtempSync(join(tmpdir(), 'bench-analysis-'));
try {
  const [wall, cpu] = [performance.now(), process.cpuUsage()];
  const app = new App({ outdir });
  const all = Array.from({ length: charts }, (_, index) => new Chart(app, `chart-${index}`, { namespace: `namespace-${index}` }));
    for (let index = 0; index < policies; index++) policy(all[index % charts], index);
  for (let index = 0; index < workloads; index++) workload(all[index % charts], index);
  app.synth();
  const { user, system } = process.cpuUsage(cpu);
  console.log(JSON.stringify({ wall: performance.now() - wall, cpu: (user + system) / 1000, memory: process.resourceUsage().maxRSS / 1024 }));
} finally {
  rmSync(outdir, { recursive: true });
}

// A sound App: every other policy has a documented exception, so that no finding is the usual case that is measured.
function policy(chart, index) {
  const policy = new WorkloadMtls(chart, `policy-${index}`, { matchLabels: { app: `app-${index}` }, mode: MtlsMode.STRICT });
  if (index % 2 === 0) policy.allowScrape({ port: MtlsPort.workload(9090), owner: 'observability', reviewBy: '2030-01-01' });
}

function workload(chart, index) {
  const labels = { app: `app-${index}` };
  new ApiObject(chart, `deployment-${index}`, {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: `app-${index}`, labels },
    spec: {
      replicas: 2,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels: { ...labels, 'sidecar.istio.io/inject': 'true' } },
        spec: { containers: [{ name: 'main', image: `images.example/app-${index}:1.0.0`, ports: [{ name: 'http', containerPort: 8080 }, { name: 'https', containerPort: 8443 }] }] },
      },
    },
  });
  new ApiObject(chart, `service-${index}`, {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: `app-${index}`, labels },
    spec: { selector: labels, ports: [{ name: 'http', port: 80, targetPort: 'http' }, { name: 'https', port: 443, targetPort: 'https' }] },
  });
}
