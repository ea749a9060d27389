import { checkIndex } from './check-index';
import { checkPage } from './check-page';
import { otherTools } from './other-tools';
import { DESCRIPTIONS } from '../../src/checks/registry';

/** Every file of `docs/checks/` with its text. */
export function checkPages(): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', checkIndex(DESCRIPTIONS)],
    ['other-tools.md', otherTools(DESCRIPTIONS)],
    ...DESCRIPTIONS.map((description) => [`${description.id}.md`, checkPage(description)] as const),
  ]);
}
