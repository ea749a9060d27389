import { configMapCredentialProblem } from './config-map-credential-problem';
import { keyPath } from './field-path';
import { Fields, fieldsOf, listOf, textOf } from './fields';
import { tlsModeProblem } from './mode-problem';
import { NO_OBJECTIONS, Objection, WEBHOOK_ONLY } from './objection';

/** File fields that a credential replaces. */
const FILES = ['clientCertificate', 'privateKey', 'caCertificates', 'caCrl'] as const;

/**
 * What is wrong with a `tls` block, wherever it stands in a rule (sidecar.md B2).
 * Fields beside ISTIO_MUTUAL and DISABLE are admitted and ignored (B7): not a problem here.
 *
 * @param namespace of the rule; `undefined` is unknown
 */
export function tlsProblems(tls: unknown, namespace: string | undefined, path = ''): readonly Objection[] {
  const fields = fieldsOf(tls);
  if (fields === undefined) return NO_OBJECTIONS;
  const modeProblem = tlsModeProblem(fields.mode, keyPath(path, 'mode'));
  if (modeProblem !== undefined) return [modeProblem];
  if (fields.mode !== 'SIMPLE' && fields.mode !== 'MUTUAL') return NO_OBJECTIONS;
  const unverified = skipVerifyProblems(fields, fields.mode, path);
  return textOf(fields.credentialName) === ''
    ? [...unverified, ...fileProblems(fields, fields.mode, path)]
    : [...unverified, ...credentialProblems(fields, namespace, path)];
}

function skipVerifyProblems(tls: Fields, mode: 'SIMPLE' | 'MUTUAL', path: string): readonly Objection[] {
  if (tls.insecureSkipVerify !== true) return NO_OBJECTIONS;
  const useless = [
    ...(textOf(tls.caCertificates) === '' ? [] : ['caCertificates']),
    ...(mode === 'SIMPLE' && textOf(tls.credentialName) !== '' ? ['credentialName'] : []),
    ...(listOf(tls.subjectAltNames).length === 0 ? [] : ['subjectAltNames']),
  ];
  return useless.map(name => objection('B5', keyPath(path, name),
    `${name} verifies the server, which insecureSkipVerify: true switches off under ${mode}; remove one of the two`));
}

function credentialProblems(tls: Fields, namespace: string | undefined, path: string): readonly Objection[] {
  const files = FILES.filter(name => textOf(tls[name]) !== '').map(name => objection('B4', keyPath(path, name),
    `${name} cannot stand beside credentialName "${textOf(tls.credentialName)}"; use either the credential or files`));
  const reference = configMapCredentialProblem(textOf(tls.credentialName), namespace, keyPath(path, 'credentialName'));
  return reference === undefined ? files : [...files, reference];
}

function fileProblems(tls: Fields, mode: 'SIMPLE' | 'MUTUAL', path: string): readonly Objection[] {
  if (mode === 'SIMPLE') return NO_OBJECTIONS;
  return (['clientCertificate', 'privateKey'] as const).filter(name => textOf(tls[name]) === '')
    .map(name => objection('B3', keyPath(path, name), `MUTUAL without ${name}; give clientCertificate and privateKey, or a credentialName`));
}

function objection(rule: string, path: string, message: string): Objection {
  return { rule: `sidecar.md ${rule}`, refusedBy: WEBHOOK_ONLY, path, message };
}
