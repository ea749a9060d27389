import { readFields, readList, readOptionalFields, readText } from './read-values';
import { Reading } from './reading';
import { frozenList } from '../frozen';
import { Resource } from '../resource';
import { CallerReference, CallerTarget } from '../surroundings';

/** A ValidatingWebhookConfiguration or MutatingWebhookConfiguration; `undefined` when all its webhooks have URLs. */
export function readAdmissionWebhooks(reading: Reading, resource: Resource): CallerReference | undefined {
  const webhooks = readList(reading, reading.object.webhooks, 'webhooks');
  const targets = webhooks.map((value, index) => {
    const webhook = readFields(reading, value, `webhooks[${index}]`);
    const path = `webhooks[${index}].clientConfig`;
    return readServiceReference(reading, readFields(reading, webhook.clientConfig, path).service, `${path}.service`);
  });
  return callerReference(resource, 'admission-webhook', targets);
}

/** The conversion webhook of a CustomResourceDefinition, in `v1` and in `v1beta1`. */
export function readConversionWebhook(reading: Reading, resource: Resource): CallerReference | undefined {
  const spec = readFields(reading, reading.object.spec, 'spec');
  if (spec.conversion === undefined) return undefined;
  const conversion = readFields(reading, spec.conversion, 'spec.conversion');
  const webhook = readFields(reading, conversion.webhook, 'spec.conversion.webhook');
  const [config, path] = webhook.clientConfig === undefined
    ? [conversion.webhookClientConfig, 'spec.conversion.webhookClientConfig']
    : [webhook.clientConfig, 'spec.conversion.webhook.clientConfig'];
  const service = readFields(reading, config, path).service;
  return callerReference(resource, 'conversion-webhook', [readServiceReference(reading, service, `${path}.service`)]);
}

/** An APIService of the aggregation layer; `undefined` for those that the API server serves itself. */
export function readApiService(reading: Reading, resource: Resource): CallerReference | undefined {
  const spec = readFields(reading, reading.object.spec, 'spec');
  return callerReference(resource, 'api-service', [readServiceReference(reading, spec.service, 'spec.service')]);
}

/** A reference as the API server makes them: `{ namespace, name, port }`. */
function readServiceReference(reading: Reading, value: unknown, path: string): CallerTarget | undefined {
  const service = readOptionalFields(reading, value, path);
  const name = service === undefined ? undefined : readText(reading, service.name, `${path}.name`);
  if (service === undefined || name === undefined) return undefined;
  return callerTarget(readText(reading, service.namespace, `${path}.namespace`), name, service.port, path);
}

/** One target; a port of another type than number or text counts as absent. */
export function callerTarget(namespace: string | undefined, service: string, port: unknown, path: string): CallerTarget {
  const servicePort = typeof port === 'number' || typeof port === 'string' ? port : undefined;
  return Object.freeze({ namespace, service, servicePort, path });
}

/** The reference, or `undefined` when nothing is called. */
export function callerReference(
  resource: Resource, caller: CallerReference['caller'], targets: readonly (CallerTarget | undefined)[], className?: string,
): CallerReference | undefined {
  const found = targets.filter(target => target !== undefined);
  return found.length === 0 ? undefined : Object.freeze({ ...resource, caller, className, targets: frozenList(found) });
}
