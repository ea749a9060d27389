import { Construct, IConstruct } from 'constructs';
import { shown } from '../../istio/admission/shown';
import { hasProfile, profileOf } from '../../tree/profile-declaration';
import { MeshWideMtlsProps } from '../mesh-wide-mtls-props';
import { namespaceOf } from '../values/namespace-of';

/** Where a mesh-wide policy lives: the profile's root namespace when nothing else says it. */
export function meshNamespaceOf(scope: Construct, props: MeshWideMtlsProps): string {
  const namespace = namespaceOf(scope, props, hasProfile(scope) ? profileOf(scope).rootNamespace : undefined);
  const problem = rootNamespaceProblem(scope, namespace);
  if (problem !== undefined) throw new Error(problem);
  return namespace;
}

/** Elsewhere it would only hold for one namespace (sidecar.md C1). */
export function rootNamespaceProblem(construct: IConstruct, namespace: string): string | undefined {
  const { mesh, rootNamespace, rootNamespaceDeclared } = profileOf(construct);
  if (!rootNamespaceDeclared || namespace === rootNamespace) return undefined;
  return `a mesh-wide policy in namespace ${shown(namespace)} would hold for that namespace alone, since the root namespace of mesh ${shown(mesh)} is `
    + `${shown(rootNamespace)}; write it there, or use NamespaceMtls`;
}
