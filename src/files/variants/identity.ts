import { fieldsOf, textOf } from '../../istio/admission/fields';
import { Manifest } from '../../istio/model/manifest';
import { kindReader } from '../../istio/model/read/kinds';

/** What makes an object the same object in a cluster, as far as its manifest tells. */
export interface Identity {
  readonly key: string;
  /** Whether the namespace is filled in later. */
  readonly floating: boolean;
  /** Whether a second copy says that its folder is an alternative. Namespaces, CRDs and webhooks are repeated for other reasons. */
  readonly telling: boolean;
}

/** `undefined` for objects that have no name of their own. */
export function identityOf({ object, origin }: Manifest): Identity | undefined {
  const fields = fieldsOf(object) ?? {};
  const [apiVersion, kind] = [textOf(fields.apiVersion), textOf(fields.kind)];
  const metadata = fieldsOf(fields.metadata) ?? {};
  const [namespace, name] = [textOf(metadata.namespace), textOf(metadata.name)];
  if (name === '') { return undefined; }
  const clusterScoped = kindReader(apiVersion, kind)?.clusterScoped === true;
  const floating = namespace === '' && !clusterScoped;
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  // In one folder the unknown namespace is the same one.
  const place = floating ? ['in', folderOf(origin?.file)] : ['namespace', clusterScoped ? '' : namespace];
  return { key: JSON.stringify([group, kind, ...place, name]), floating, telling: !clusterScoped };
}

export function folderOf(file: string | undefined): string {
  return file === undefined ? '' : file.slice(0, Math.max(file.lastIndexOf('/'), 0));
}
