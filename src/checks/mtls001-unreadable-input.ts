import { CheckDescription } from './check';

/** The readers find these; what they say becomes the message. */
export const unreadableInput: CheckDescription = {
  id: 'MTLS001',
  name: 'unreadable-input',
  why: 'an object that cannot be read is an object that nobody checks, and the cluster will refuse it or read something else',
  sources: ['Kubernetes refuses documents that are not objects; duplicate keys are read differently by different tools'],
  severity: 'Always an error: input that is not YAML, not an object, has duplicate keys, or is larger than the caps.',
  fix: 'correct the document, or raise the cap with the option that the message names',
  peers: [],
  bad: {
    yaml: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: production
spec:
  mtls:
    mode: STRICT
  mtls:
    mode: PERMISSIVE
`,
  },
  good: {
    yaml: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: production
spec:
  mtls:
    mode: STRICT
`,
  },
  acknowledgeable: false,
};
