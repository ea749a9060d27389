import { completed } from './completed';
import { Node } from './node';
import { readText } from './read-values';
import { frozenList } from '../frozen';
import { Resource } from '../resource';
import { CallerReference, CallerTarget } from '../surroundings';

/** A ValidatingWebhookConfiguration or MutatingWebhookConfiguration; `undefined` when all its webhooks have URLs. */
export function readAdmissionWebhooks(root: Node, resource: Resource): CallerReference | undefined {
  const targets = root.items('webhooks').map(webhook => readServiceReference(webhook.child('clientConfig')));
  return callerReference(resource, 'admission-webhook', targets);
}

/** The conversion webhook of a CustomResourceDefinition, in `v1` and in `v1beta1`. */
export function readConversionWebhook(root: Node, resource: Resource): CallerReference | undefined {
  const conversion = root.section('spec').child('conversion');
  const config = conversion?.child('webhook')?.child('clientConfig') ?? conversion?.child('webhookClientConfig');
  return callerReference(resource, 'conversion-webhook', [readServiceReference(config)]);
}

/** An APIService of the aggregation layer; `undefined` for those that the API server serves itself. */
export function readApiService(root: Node, resource: Resource): CallerReference | undefined {
  return callerReference(resource, 'api-service', [readServiceReference(root.child('spec'))]);
}

/** The `service` of a place, as the API server refers to them: `{ namespace, name, port }`. */
function readServiceReference(place: Node | undefined): CallerTarget | undefined {
  const service = place?.child('service');
  if (place === undefined || service === undefined) return undefined;
  const name = readText(service, 'name');
  return name === undefined ? undefined : callerTarget(readText(service, 'namespace'), name, service.fields.port, place.pathOf('service'));
}

/** One target; a port of another type than number or text counts as absent. */
export function callerTarget(namespace: string | undefined, service: string, port: unknown, path: string): CallerTarget {
  const servicePort = typeof port === 'number' || typeof port === 'string' ? port : undefined;
  return Object.freeze({ namespace, service, servicePort, path });
}

/** The reference, or `undefined` when nothing is called. */
export function callerReference(
  resource: Resource, caller: CallerReference['caller'], targets: readonly (CallerTarget | undefined)[],
  more: Pick<CallerReference, 'className' | 'parents'> = {},
): CallerReference | undefined {
  const found = targets.filter(target => target !== undefined);
  return found.length === 0 ? undefined : completed(resource, { caller, ...more, targets: frozenList(found) });
}
