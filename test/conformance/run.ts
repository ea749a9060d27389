import { join } from 'node:path';
import { readSkips } from './read-skips';
import { exitCodeOf, renderReport } from './render-report';
import { runFolder } from './run-folder';

/** `run.ts [FOLDER]`: answers the cases of a folder, the project's own without one. */
const [folder = join(__dirname, 'cases')] = process.argv.slice(2);
const report = runFolder(folder, readSkips());
process.stdout.write(renderReport(report));
process.exitCode = exitCodeOf(report);
