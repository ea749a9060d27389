import { isIP } from 'node:net';
import fc from 'fast-check';
import { isIpAddress } from '../../../src/istio/admission/ip-address';

test.each([
  ['1.1.1.1', true], ['0.0.0.0', true], ['255.255.255.255', true], ['256.1.1.1', false], ['01.1.1.1', false], ['1.1.1', false], ['1.1.1.1.1', false],
  ['::', true], ['::1', true], ['1::', true], ['fe80::1%eth0', true], ['fe80::1%', false], ['1:2:3:4:5:6:7:8', true], ['1:2:3:4:5:6:7', false],
  ['1:2:3:4:5:6:7:8:9', false], ['1::2::3', false], ['12345::', false], ['g::', false], ['::ffff:1.2.3.4', true], ['1:2:3:4:5:6:1.2.3.4', true],
  ['1:2:3:4:5:6:7:1.2.3.4', false], ['1.2.3.4::', false], [':1', false], ['1:', false], ['', false], ['a.com', false], [':::', false],
])('%s: %p', (text, expected) => {
  expect(isIpAddress(text)).toBe(expected);
});

test('agrees with Node on generated addresses', () => {
  const texts = fc.oneof(fc.ipV4(), fc.ipV6(), fc.stringMatching(/^[0-9a-f:.]{0,20}$/));
  fc.assert(fc.property(texts, text => isIpAddress(text) === (isIP(text) !== 0)), { numRuns: 3000 });
});
