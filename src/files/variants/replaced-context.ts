import { identityOf } from './identity';
import { Manifest } from '../../istio/model/manifest';

/** Leaves out what the cluster has already and the input replaces. */
export function withoutReplacedContext(manifests: readonly Manifest[]): readonly Manifest[] {
  if (!manifests.some(({ context }) => context === true)) { return manifests; }
  const keyOf = (manifest: Manifest) => {
    const identity = identityOf(manifest);
    return identity === undefined || identity.floating ? undefined : JSON.stringify([manifest.mesh, identity.key]);
  };
  const emitted = new Set(manifests.filter(({ context }) => context !== true).map(keyOf));
  return manifests.filter((manifest) => manifest.context !== true || keyOf(manifest) === undefined || !emitted.has(keyOf(manifest)));
}
