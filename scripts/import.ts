// Generates what is made from crds/: imports/ (by cdk8s import) and the schema modules of src/istio/admission/schema/.
// `tsx scripts/import.ts [folder]`: the folder that stands for the repository; the tests compare such a copy with what is committed.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { schemaModule } from './import-schema';
import { main, root, run, tool } from './run';

main(() => {
  const target = resolve(process.argv[2] ?? root);
  const definitions = readdirSync(join(root, 'crds')).filter(name => name.endsWith('.yaml')).sort().map(name => join(root, 'crds', name));

  const imports = emptied(join(target, 'imports'));
  // One run for each file: cdk8s import looks at its first argument only.
  for (const file of definitions) {
    run(tool('cdk8s'), ['import', '--language', 'typescript', '--no-save', '--output', imports, file]);
  }

  const schemas = emptied(join(target, 'src/istio/admission/schema'));
  for (const file of definitions) {
    const { name, text } = schemaModule(parse(readFileSync(file, 'utf8')));
    writeFileSync(join(schemas, `${name}.generated.ts`), text);
  }
});

function emptied(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}
