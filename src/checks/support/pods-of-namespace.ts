import { DataPlaneAnswer } from '../../istio/model/data-plane';
import { enrolmentsByName } from '../../istio/model/data-plane/namespace-enrolment';
import { readDataPlane } from '../../istio/model/data-plane/read-data-plane';
import { emptyMap } from '../../istio/model/sealed-map';
import { MeshSnapshot } from '../../istio/model/snapshot';

/** The data plane of pods in a namespace that say nothing about it themselves. */
export function podsOfNamespace(mesh: MeshSnapshot, namespace: string | undefined): DataPlaneAnswer {
  const known = namespace === undefined ? undefined : mesh.namespaces.get(namespace);
  const enrolment = known && enrolmentsByName(mesh.copiesOf(known)).get(known.name);
  return readDataPlane({ namespace, labels: emptyMap(), annotations: emptyMap(), hostNetwork: false, proxy: undefined }, enrolment, mesh.profile);
}
