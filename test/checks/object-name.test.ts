import { objectName } from '../../src/checks/object-name';

test.each([
  ['production', 'PeerAuthentication production/default'],
  [undefined, 'PeerAuthentication default'],
  ['', 'PeerAuthentication /default'],
])('namespace %s', (namespace, text) => expect(objectName({ kind: 'PeerAuthentication', namespace, name: 'default' })).toBe(text));
