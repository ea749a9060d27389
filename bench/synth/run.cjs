// One synth in a fresh process: what is measured, from the start of the process on, is one line of JSON.
const { createHash } = require('node:crypto');
const { mkdtempSync, readdirSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { ApiObject, App, Chart } = require('cdk8s');

const [variant, policies, charts] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];

const variants = {
  raw: () => (chart, index) => new ApiObject(chart, `policy-${index}`, {
    apiVersion: 'security.istio.io/v1',
    kind: 'PeerAuthentication',
    metadata: { name: `policy-${index}` },
    spec: {
      selector: { matchLabels: { app: `app-${index}` } },
      mtls: { mode: 'STRICT' },
      portLevelMtls: { 8080: { mode: 'DISABLE' }, 9090: { mode: 'PERMISSIVE' } },
    },
  }),
  constructs: () => {
    // Who writes raw objects does not load the library.
    const { MtlsMode, WorkloadMtls } = require('cdk8s-istio-mtls');
    return (chart, index) => new WorkloadMtls(chart, `policy-${index}`, {
      matchLabels: { app: `app-${index}` },
      mode: MtlsMode.STRICT,
      portOverrides: { 8080: MtlsMode.DISABLE, 9090: MtlsMode.PERMISSIVE },
    });
  },
};

const outdir = mkdtempSync(join(tmpdir(), 'bench-synth-'));
try {
  const create = variants[variant]();
  const app = new App({ outdir });
  const all = Array.from({ length: charts }, (_, index) => new Chart(app, `chart-${index}`, { namespace: `namespace-${index}` }));
  for (let index = 0; index < policies; index++) create(all[index % charts], index);
  app.synth();
  const { user, system } = process.cpuUsage();
  const measured = { wall: performance.now(), cpu: (user + system) / 1000, memory: process.resourceUsage().maxRSS / 1024 };
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
