import { Construct } from 'constructs';
import { shown } from '../istio/admission/shown';
import { holdContext } from '../tree/context-objects';
import { register } from '../tree/registration';

/** What the cluster already has. */
export interface MeshContextProps {
  /** Kubernetes objects as plain data, such as `Yaml.load('cluster.yaml')` gives. A `kind: List` counts as its items. */
  readonly objects: any[];
}

/**
 * Objects that are analysed with this App, but not written by it: the policies, rules, Services and workloads that others own.
 *
 * Findings are never reported about them alone, only about what in this App clashes with them. They belong to the mesh of the nearest MeshProfile.
 *
 * @example
 *
 * import { App, Yaml } from 'cdk8s';
 * import { MeshContext } from 'cdk8s-istio-mtls';
 *
 * declare const app: App;
 * new MeshContext(app, 'cluster', { objects: Yaml.load('cluster.yaml') });
 */
export class MeshContext extends Construct {
  constructor(scope: Construct, id: string, props: MeshContextProps) {
    if (!Array.isArray(props.objects)) throw new Error(`objects ${shown(props.objects)} is no list; give Kubernetes objects as plain data, such as Yaml.load gives`);
    super(scope, id);
    holdContext(this, [...props.objects]);
    register(this);
  }
}
