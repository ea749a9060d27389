import { Renderer } from './report-input';

/** What `--format` takes. A format is loaded when it is asked for: most runs need one, and hashes take long to load. */
/* eslint-disable @typescript-eslint/no-require-imports */
const FORMATS: ReadonlyMap<string, () => Renderer> = new Map<string, () => Renderer>([
  ['text', () => (require('./text-report') as typeof import('./text-report')).textReport],
  ['json', () => (require('./json-report') as typeof import('./json-report')).jsonReport],
  ['sarif', () => (require('./sarif-report') as typeof import('./sarif-report')).sarifReport],
  ['junit', () => (require('./junit-report') as typeof import('./junit-report')).junitReport],
  ['markdown', () => (require('./markdown-report') as typeof import('./markdown-report')).markdownReport],
  ['github', () => (require('./github-report') as typeof import('./github-report')).githubReport],
]);
/* eslint-enable @typescript-eslint/no-require-imports */

export const FORMAT_NAMES: readonly string[] = [...FORMATS.keys()];

/** One of `FORMAT_NAMES`. */
export function rendererOf(format: string): Renderer {
  return FORMATS.get(format)!();
}
