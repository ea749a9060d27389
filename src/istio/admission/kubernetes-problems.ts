import { Gate, Objection } from './objection';
import { shown } from './shown';

// What the API server refuses in the metadata of any object; Istio never looks at it (sidecar.md A8).
const REFUSED_BY: readonly Gate[] = ['kubernetes'];
const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const QUALIFIED_NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const LONGEST_LABEL = 63;
const LONGEST_SUBDOMAIN = 253;

/** What is wrong with the name of a policy or rule: an RFC 1123 subdomain. */
export function objectNameProblem(name: unknown, path = 'metadata.name'): Objection | undefined {
  if (typeof name === 'string' && isSubdomain(name)) return undefined;
  return problem(path, `name ${shown(name)} is no Kubernetes name; write at most ${LONGEST_SUBDOMAIN} lower case letters, digits, `
    + '"-" and ".", with a letter or digit at both ends of each part');
}

/** What is wrong with the name of a namespace: an RFC 1123 label. */
export function namespaceProblem(namespace: unknown, path = 'metadata.namespace'): Objection | undefined {
  if (typeof namespace === 'string' && isLabel(namespace)) return undefined;
  return problem(path, `namespace ${shown(namespace)} is no Kubernetes namespace; write at most ${LONGEST_LABEL} lower case letters, `
    + 'digits and "-", with a letter or digit at both ends');
}

/** What is wrong with a label or annotation key: an optional DNS prefix with "/", and a name. */
export function labelKeyProblem(key: unknown, path = ''): Objection | undefined {
  if (typeof key === 'string' && isQualifiedKey(key)) return undefined;
  return problem(path, `label key ${shown(key)} is not legal in Kubernetes, so no pod can carry it; write at most ${LONGEST_LABEL} letters, digits, `
    + '"-", "_" and ".", with a letter or digit at both ends, optionally behind a DNS name and "/"');
}

/** What is wrong with a label value. */
export function labelValueProblem(value: unknown, path = ''): Objection | undefined {
  if (value === '' || (typeof value === 'string' && isQualifiedName(value))) return undefined;
  return problem(path, `label value ${shown(value)} is not legal in Kubernetes, so no pod can carry it; write at most ${LONGEST_LABEL} letters, digits, `
    + '"-", "_" and ".", with a letter or digit at both ends');
}

function isQualifiedKey(key: string): boolean {
  const slash = key.indexOf('/');
  return (slash < 0 || isSubdomain(key.slice(0, slash))) && isQualifiedName(key.slice(slash + 1));
}

function isQualifiedName(name: string): boolean {
  return name.length <= LONGEST_LABEL && QUALIFIED_NAME.test(name);
}

function isSubdomain(text: string): boolean {
  return text.length <= LONGEST_SUBDOMAIN && (LABEL.test(text) || text.split('.').every(part => LABEL.test(part)));
}

function isLabel(text: string): boolean {
  return text.length <= LONGEST_LABEL && LABEL.test(text);
}

function problem(path: string, message: string): Objection {
  return { rule: 'kubernetes RFC 1123', refusedBy: REFUSED_BY, path, message };
}
