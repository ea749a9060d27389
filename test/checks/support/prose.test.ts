import { proseFaults } from './prose';

test.each([
  'mode STRICT refuses what this rule sends',
  'STRICT refuses what this rule sends',
  'ISTIO_MUTUAL is ignored',
  'PeerAuthentication production/default is older',
  'PeerAuthentications clash',
  'VirtualService reviews uses it',
  'Istio ignores it',
  'Service production/reviews has no such port',
  "'mode' is missing",
  '*.local reaches the API server',
  'the mode is null',
  "the mode is 'undefined'",
])('%s', (text) => expect(proseFaults({ message: text, fix: text })).toEqual([]));

test.each([
  ['', 'message is empty'],
  [' mode', "message has spaces around it: ' mode'"],
  ['two\nlines', "message has more than one line: 'two\nlines'"],
  ['it is refused.', "message ends with a full stop: 'it is refused.'"],
  ['The mode is STRICT', "message starts with a capital: 'The mode is STRICT'"],
  ['A policy is ignored', "message starts with a capital: 'A policy is ignored'"],
  ['port undefined is no port', "message shows a value that is not there: 'port undefined is no port'"],
  ['port [object Object]', "message shows a value that is not there: 'port [object Object]'"],
])('not %j', (message, fault) => {
  expect(proseFaults({ message, fix: 'use another' })).toEqual([fault]);
  expect(proseFaults({ message: 'mode', fix: message })).toEqual([fault.replace('message', 'fix')]);
});
