import { Fields, fieldsOf, listOf } from '../../admission/fields';

const PROXY = 'istio-proxy';

/** The proxy container of a pod, also as a native sidecar among the init containers. */
export function proxyContainer(podSpec: Fields): Fields | undefined {
  return named(podSpec.containers) ?? (podSpec.initContainers === undefined ? undefined : named(podSpec.initContainers));
}

/** Whether the container stands there as it runs: `auto`, or no image, is filled in by the injector. */
export function isInjected(proxy: Fields): boolean {
  return typeof proxy.image === 'string' && proxy.image !== '' && proxy.image !== 'auto';
}

/** Whether the proxy was written to run as a gateway: `proxy router`. */
export function isRouter(proxy: Fields): boolean {
  return listOf(proxy.args).includes('router');
}

function named(containers: unknown): Fields | undefined {
  const list = listOf(containers);
  for (let index = 0; index < list.length; index++) {
    const container = fieldsOf(list[index]);
    if (container !== undefined && container.name === PROXY) return container;
  }
  return undefined;
}
