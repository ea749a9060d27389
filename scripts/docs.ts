import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPages } from './docs/check-pages';
import { main, root } from './run';

main(() => {
  const folder = join(root, 'docs', 'checks');
  const pages = checkPages();
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) {
    if (!pages.has(file)) { rmSync(join(folder, file)); }
  }
  for (const [file, text] of pages) { writeFileSync(join(folder, file), text); }
  console.log(`docs/checks: ${pages.size} pages`);
});
