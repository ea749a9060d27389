import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { manifestOf, objectOfKind, titleOf } from './manifest-of';
import { ServicePort, titleOfPort } from './service-port';
import { Fields, fieldsOf, isAbsent, listOf, numberOf, textOf } from '../../istio/admission/fields';
import { shown } from '../../istio/admission/shown';

/** A Service of this App; its ports are read at synth. */
export class ServiceReference {
  public readonly object: ApiObject;

  constructor(construct: IConstruct) {
    this.object = objectOfKind('service', construct, ['Service'], '');
  }

  public get namespace(): string | undefined {
    return this.object.metadata.namespace;
  }

  public get title(): string {
    return titleOf(this.object);
  }

  public ports(): readonly ServicePort[] {
    return listOf(fieldsOf(manifestOf(this.object).spec)?.ports).flatMap((port) => servicePort(fieldsOf(port) ?? {}));
  }

  /** The port with this number or name. */
  public port(key: number | string): ServicePort {
    const ports = this.ports();
    const found = ports.find(({ name, number }) => key === (typeof key === 'number' ? number : name));
    if (found !== undefined) return found;
    throw new Error(`${this.title} has no port ${shown(key)}; its ports are ${ports.map(titleOfPort).join(', ') || 'none'}`);
  }
}

/** A port without number is none: the API server refuses it. */
function servicePort(port: Fields): readonly ServicePort[] {
  const number = numberOf(port.port);
  if (number === undefined) return [];
  return [{ name: textOf(port.name) || undefined, number, targetPort: targetPort(port.targetPort), protocol: textOf(port.protocol) || 'TCP' }];
}

/** Kubernetes reads 0 and the empty text as absent. */
function targetPort(written: unknown): number | string | undefined {
  if (isAbsent(written) || written === 0 || written === '') return undefined;
  return typeof written === 'number' ? written : String(written);
}
