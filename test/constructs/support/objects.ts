import { ApiObject, App, Chart } from 'cdk8s';
import { Construct } from 'constructs';

/** A chart with a namespace, in an App of its own. */
export function chartIn(namespace: string | undefined = 'production'): Chart {
  return new Chart(new App(), 'chart', { namespace });
}

export interface ContainerPort {
  readonly name?: string;
  readonly containerPort: number;
  readonly protocol?: string;
}

export function deployment(scope: Construct, id: string, ports: readonly ContainerPort[] = [], kind = 'Deployment'): ApiObject {
  return new ApiObject(scope, id, {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name: id },
    spec: {
      selector: { matchLabels: { app: id } },
      template: { metadata: { labels: { app: id } }, spec: { containers: [{ name: 'main', image: 'main', ports }] } },
    },
  });
}

export interface ServicePort {
  readonly name?: string;
  readonly port: number;
  readonly targetPort?: number | string;
  readonly protocol?: string;
}

export function service(scope: Construct, id: string, ports: readonly ServicePort[], namespace?: string): ApiObject {
  return new ApiObject(scope, id, {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: id, namespace },
    spec: { selector: { app: id }, ports },
  });
}
