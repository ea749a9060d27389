import { join, resolve } from 'node:path';
import { judge } from './judge';
import { readCases } from './read-cases';
import { summary } from './summary';

const folder = process.argv[2] === undefined ? join(__dirname, 'cases') : resolve(process.argv[2]);

try {
  const cases = readCases(folder);
  if (cases.length === 0) { throw new Error(`no cases in ${folder}: a folder with *.json files is needed, each a list of cases`); }
  const verdicts = cases.map(judge);
  console.log(summary(verdicts));
  if (verdicts.some(({ outcome }) => outcome === 'failed')) { process.exitCode = 1; }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
