import { Finding } from '../../src/findings/finding';

/** A finding for tests that look at some of its fields only. */
export function findingWith(parts: Partial<Finding> = {}): Finding {
  return {
    id: 'MTLS201',
    name: 'selector-in-root-namespace',
    severity: 'warning',
    message: 'the message',
    fix: 'the fix',
    docs: 'docs/checks/MTLS201.md',
    mesh: 'default',
    path: '',
    origin: {},
    related: [],
    object: { apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', namespace: 'production', name: 'default' },
    ...parts,
  };
}
