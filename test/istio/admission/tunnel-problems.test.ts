import { tunnelProblems } from '../../../src/istio/admission/tunnel-problems';

const target = { targetHost: 'proxy.example.com', targetPort: 80 };

test.each([
  [undefined, []],
  [target, []],
  [{ ...target, protocol: '' }, []],
  [{ ...target, protocol: 'CONNECT' }, []],
  [{ ...target, protocol: 'POST', targetHost: '10.0.0.1', targetPort: 65535 }, []],
  [{ ...target, targetHost: '::1' }, []],
  [{ ...target, protocol: 'GET' }, ['at.protocol: protocol is "GET"; write CONNECT or POST']],
  [{}, ['at.targetHost: targetHost "" is neither an IP address nor a DNS name: it is empty', 'at.targetPort: targetPort is 0; write 1 to 65535']],
  [{ ...target, targetHost: '*.example.com' }, [
    'at.targetHost: targetHost "*.example.com" is neither an IP address nor a DNS name: "*" is no DNS label; '
    + 'write 1 to 63 letters, digits and inner hyphens, "*" only in the first label',
  ]],
  [{ ...target, targetHost: 'x'.repeat(256) }, [
    `at.targetHost: targetHost "${'x'.repeat(60)}..." is neither an IP address nor a DNS name: it has 256 characters; at most 255 are allowed`,
  ]],
  [{ ...target, targetPort: 65536 }, ['at.targetPort: targetPort is 65536; write 1 to 65535']],
])('%j', (tunnel, expected) => {
  expect(tunnelProblems(tunnel, 'at').map(({ path, message }) => `${path}: ${message}`)).toEqual(expected);
});
