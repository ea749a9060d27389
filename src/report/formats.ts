import { githubReport } from './github-report';
import { jsonReport } from './json-report';
import { junitReport } from './junit-report';
import { markdownReport } from './markdown-report';
import { Renderer } from './report-input';
import { sarifReport } from './sarif-report';
import { textReport } from './text-report';

/** What `--format` takes. */
export const FORMATS: ReadonlyMap<string, Renderer> = new Map<string, Renderer>([
  ['text', textReport],
  ['json', jsonReport],
  ['sarif', sarifReport],
  ['junit', junitReport],
  ['markdown', markdownReport],
  ['github', githubReport],
]);
