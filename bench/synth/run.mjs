// One synth in a fresh process: what is measured is one line of JSON.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart } from 'cdk8s';
import { MtlsMode, WorkloadMtls } from 'cdk8s-istio-mtls';

const [variant, policies, charts] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];

const create = {
  raw: (chart, index) => new ApiObject(chart, `policy-${index}`, {
    apiVersion: 'security.istio.io/v1',
    kind: 'PeerAuthentication',
    metadata: { name: `policy-${index}` },
    spec: {
      selector: { matchLabels: { app: `app-${index}` } },
      mtls: { mode: 'STRICT' },
      portLevelMtls: { 8080: { mode: 'DISABLE' }, 9090: { mode: 'PERMISSIVE' } },
    },
  }),
  constructs: (chart, index) => new WorkloadMtls(chart, `policy-${index}`, {
    matchLabels: { app: `app-${index}` },
    mode: MtlsMode.STRICT,
    portOverrides: { 8080: MtlsMode.DISABLE, 9090: MtlsMode.PERMISSIVE },
  }),
}[variant];

const outdir = mkdtempSync(join(tmpdir(), 'bench-synth-'));
try {
  const [wall, cpu] = [performance.now(), process.cpuUsage()];
  const app = new App({ outdir });
  const all = Array.from({ length: charts }, (_, index) => new Chart(app, `chart-${index}`, { namespace: `namespace-${index}` }));
  for (let index = 0; index < policies; index++) create(all[index % charts], index);
  app.synth();
  const { user, system } = process.cpuUsage(cpu);
  const measured = { wall: performance.now() - wall, cpu: (user + system) / 1000, memory: process.resourceUsage().maxRSS / 1024 };
  const nodes = app.node.findAll();
  console.log(JSON.stringify({
    ...measured,
    nodes: nodes.length,
    dependencies: nodes.reduce((sum, { node }) => sum + node.dependencies.length, 0),
    output: hashOf(outdir),
  }));
} finally {
  rmSync(outdir, { recursive: true });
}

function hashOf(folder) {
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest('hex');
}
