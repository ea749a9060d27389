import { configMapCredentialProblem } from './config-map-credential-problem';
import { keyPath } from './field-path';
import { Fields, fieldsOf, listOf, textOf } from './fields';
import { tlsModeProblem } from './mode-problem';
import { NO_OBJECTIONS, Objection, refusedByWebhook } from './objection';
import { shown } from './shown';

/** File fields that a credential replaces. */
const FILES = ['clientCertificate', 'privateKey', 'caCertificates', 'caCrl'] as const;

/**
 * What is wrong with a `tls` block, wherever it stands in a rule (sidecar.md B2).
 * Files and other fields beside ISTIO_MUTUAL and DISABLE are admitted and ignored (B7): not a problem here.
 *
 * @param namespace of the rule; `undefined` is unknown
 */
export function tlsProblems(tls: unknown, namespace: string | undefined, path = ''): readonly Objection[] {
  const fields = fieldsOf(tls);
  if (fields === undefined) return NO_OBJECTIONS;
  const modeProblem = tlsModeProblem(fields.mode, keyPath(path, 'mode'));
  const reference = configMapCredentialProblem(textOf(fields.credentialName), namespace, keyPath(path, 'credentialName'));
  const problems = [modeProblem, reference].filter(problem => problem !== undefined);
  if (fields.mode !== 'SIMPLE' && fields.mode !== 'MUTUAL') return problems;
  problems.push(...skipVerifyProblems(fields, fields.mode, path));
  problems.push(...textOf(fields.credentialName) === '' ? fileProblems(fields, fields.mode, path) : credentialProblems(fields, path));
  return problems;
}

function skipVerifyProblems(tls: Fields, mode: 'SIMPLE' | 'MUTUAL', path: string): readonly Objection[] {
  if (tls.insecureSkipVerify !== true) return NO_OBJECTIONS;
  const useless = [
    ...(textOf(tls.caCertificates) === '' ? [] : ['caCertificates']),
    ...(mode === 'SIMPLE' && textOf(tls.credentialName) !== '' ? ['credentialName'] : []),
    ...(listOf(tls.subjectAltNames).length === 0 ? [] : ['subjectAltNames']),
  ];
  return useless.map(name => refusedByWebhook('sidecar.md B5', keyPath(path, name),
    `${name} verifies the server, which insecureSkipVerify: true switches off under ${mode}; remove one of the two`));
}

function credentialProblems(tls: Fields, path: string): readonly Objection[] {
  return FILES.filter(name => textOf(tls[name]) !== '').map(name => refusedByWebhook('sidecar.md B4', keyPath(path, name),
    `${name} cannot stand beside credentialName ${shown(tls.credentialName)}; use either the credential or files`));
}

function fileProblems(tls: Fields, mode: 'SIMPLE' | 'MUTUAL', path: string): readonly Objection[] {
  if (mode === 'SIMPLE') return NO_OBJECTIONS;
  return (['clientCertificate', 'privateKey'] as const).filter(name => textOf(tls[name]) === '')
    .map(name => refusedByWebhook('sidecar.md B3', keyPath(path, name), `MUTUAL without ${name}; give clientCertificate and privateKey, or a credentialName`));
}
