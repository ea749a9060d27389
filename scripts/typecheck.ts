// jsii checks src/; tests and the programs beside the library are run without a type check, so they get one here.
import { main, run, tool } from './run';

main(() => {
  for (const project of ['test', 'bench', 'scripts', 'examples']) {
    run(tool('tsc'), ['--noEmit', '-p', `${project}/tsconfig.json`]);
    console.log(`typecheck: ${project} ok`);
  }
});
