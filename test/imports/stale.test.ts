import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const folders = ['imports', 'src/istio/admission/schema'];
const fresh = mkdtempSync(join(tmpdir(), 'imports-'));

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), 'scripts/import.ts', fresh], { cwd: root, stdio: 'pipe' });
});

afterAll(() => rmSync(fresh, { recursive: true }));

describe.each(folders)('%s is what `npm run import` makes of crds/', (folder) => {
  test('the same files', () => {
    expect(readdirSync(join(root, folder)).sort()).toEqual(readdirSync(join(fresh, folder)).sort());
    expect(readdirSync(join(fresh, folder))).toHaveLength(2);
  });

  test.each(readdirSync(join(root, folder)))('%s, to the byte', (file) => {
    expect(readFileSync(join(root, folder, file)).equals(readFileSync(join(fresh, folder, file)))).toBe(true);
  });
});

test('the bare names are v1, suffixed ones v1beta1', () => {
  const versionsIn = (file: string) => [...readFileSync(join(root, 'imports', file), 'utf8')
    .matchAll(/^export class (\w+) extends ApiObject[\s\S]*?apiVersion: '(.*?)'/gm)].map(([, name, version]) => [name, version]);
  expect(versionsIn('security.istio.io.ts')).toEqual([
    ['PeerAuthentication', 'security.istio.io/v1'], ['PeerAuthenticationV1Beta1', 'security.istio.io/v1beta1'],
  ]);
  expect(versionsIn('networking.istio.io.ts')).toEqual([
    ['DestinationRule', 'networking.istio.io/v1'], ['DestinationRuleV1Beta1', 'networking.istio.io/v1beta1'],
  ]);
});

test('imports stay internal', () => {
  expect(readFileSync(join(root, 'src/index.ts'), 'utf8')).not.toContain('imports');
});
