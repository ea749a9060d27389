// `npm run example`: the main job of the library, on the production example.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, root, run, tool } from './run';

main(() => {
  const example = join(root, 'examples', 'production');
  process.stdout.write(run(tool('cdk8s'), ['synth'], { cwd: example }));
  const output = join(example, 'dist');
  for (const file of readdirSync(output).sort().filter((name) => name.endsWith('.yaml'))) {
    console.log(`\n# examples/production/dist/${file}`);
    console.log(readFileSync(join(output, file), 'utf8'));
  }
});
