import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPages } from '../../scripts/docs/check-pages';
import { DESCRIPTIONS } from '../../src/checks/registry';

const FOLDER = join(__dirname, '../../docs/checks');
const pages = checkPages();

test('every check has a page, and no page is left over', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(['README.md', 'other-tools.md', ...DESCRIPTIONS.map(({ id }) => `${id}.md`)].sort());
});

test.each([...pages])('%s is as `npm run docs` writes it', (file, text) => {
  expect(readFileSync(join(FOLDER, file), 'utf8')).toBe(text);
});

test.each([...pages].filter(([file]) => file.startsWith('MTLS')))('%s says all that a reader needs', (file, text) => {
  const description = DESCRIPTIONS.find(({ id }) => file === `${id}.md`);
  expect(text).toMatch(new RegExp(`^# ${description?.id} ${description?.name}\n\n[A-Z*\`].*[.:]\n\n\\*\\*When:\\*\\* .*\\.\n`));
  for (const peer of description?.peers ?? []) { expect(text).toContain(`\`${peer}\``); }
  for (const source of description?.sources ?? []) { expect(text).toContain(`* ${source}`); }
  if (description?.bad) { expect(text).toContain(description.bad.yaml.trim()); }
  if (description?.good) { expect(text).toContain(description.good.yaml.trim()); }
});

test('every code of another tool is listed with all ids that answer it', () => {
  const answers = DESCRIPTIONS.flatMap(({ id, name, peers }) => peers.map((code) => ({ code, answer: `[${id}](${id}.md) ${name}` })));
  const lines = pages.get('other-tools.md')?.split('\n') ?? [];
  expect(answers.filter(({ code, answer }) => !lines.some((line) => line.startsWith(`| \`${code}\` |`) && line.includes(answer)))).toEqual([]);
});

test('every link between the pages leads somewhere', () => {
  const links = [...pages].flatMap(([file, text]) => [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, target]) => `${file} -> ${target}`));
  expect(links.filter((link) => !pages.has(link.split(' -> ')[1] ?? ''))).toEqual([]);
  expect(links.length).toBeGreaterThanOrEqual(2 * DESCRIPTIONS.length);
});
