import { resourceWith } from './resource-with';
import { folderOf } from '../../../src/checks/support/folder-of';

test.each([
  ['clusters/prod/mesh.yaml', 'clusters/prod'],
  ['clusters\\prod\\mesh.yaml', 'clusters\\prod'],
  ['mesh.yaml', ''],
  ['/mesh.yaml', ''],
  [undefined, undefined],
])('%s', (file, folder) => expect(folderOf(resourceWith({ origin: { file } }))).toBe(folder));
