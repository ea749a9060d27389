import { placesOfNamespace } from './likely-places';
import { namespacesWithPolicies, servicesIn } from './mesh-groups';
import { Place } from './place';
import { hasMode, isModeSaid } from './said-modes';
import { servicePlaces } from './service-places';
import { EffectiveMode } from '../../istio/model/mode';
import { MeshSnapshot } from '../../istio/model/snapshot';

/** Namespaces in which a policy may give a known Service, or pods of its own, this mode. */
export function namespacesSaying(mesh: MeshSnapshot, mode: EffectiveMode): readonly string[] {
  const namespaces = new Set([...mesh.services.map(({ namespace }) => namespace), ...namespacesWithPolicies(mesh)]);
  return [...namespaces].filter((namespace) => namespace !== undefined).filter((namespace) => isModeSaid(mesh, namespace, mode));
}

/** Where connections end at this mode in a namespace: at its Services, and where policies with this mode speak about beside them. */
export function namespacePlaces(mesh: MeshSnapshot, namespace: string, mode: EffectiveMode): readonly Place[] {
  const mayFail = hasMode(mesh, mode);
  const known = servicesIn(mesh, namespace).flatMap((service) => servicePlaces(mesh, service, { mayFail }));
  return [...known, ...placesOfNamespace(mesh, namespace, mode)];
}
