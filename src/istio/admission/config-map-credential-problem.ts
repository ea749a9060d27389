import { Objection, refusedByWebhook } from './objection';
import { shown } from './shown';

const SCHEME = 'configmap://';

/** What is wrong with a `credentialName` that names a ConfigMap; other names are not checked. */
export function configMapCredentialProblem(credentialName: string, namespace: string | undefined, path: string): Objection | undefined {
  if (!credentialName.startsWith(SCHEME)) return undefined;
  const reason = referenceReason(credentialName.slice(SCHEME.length).split('/'), namespace);
  if (reason === undefined) return undefined;
  return refusedByWebhook('sidecar.md B6', path, `credentialName ${shown(credentialName)} ${reason}`);
}

function referenceReason(parts: readonly string[], namespace: string | undefined): string | undefined {
  if (parts.length !== 2 || parts.includes('')) return 'is incomplete; write configmap://NAMESPACE/NAME';
  if (namespace === undefined || parts[0] === namespace) return undefined;
  return `is in another namespace than the rule; use a ConfigMap of ${shown(namespace)}`;
}
