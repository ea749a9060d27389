import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { namespaceProblem } from '../../istio/admission/kubernetes-problems';
import { shown } from '../../istio/admission/shown';
import { IstioResourceProps } from '../istio-resource-props';
import { refuse } from './refuse';

/**
 * Where an object lives: its own namespace, else that of the chart, else `fallback`.
 * An object without namespace lands wherever kubectl points to, so there is always one.
 */
export function namespaceOf(scope: Construct, props: IstioResourceProps, fallback?: string): string {
  const namespace = ownNamespace(props) ?? Chart.of(scope).namespace ?? fallback;
  if (namespace === undefined) {
    throw new Error(`${shown(scope.node.path)} has no namespace; give the chart a namespace, or write \`namespace\``);
  }
  refuse(namespaceProblem(namespace));
  return namespace;
}

function ownNamespace(props: IstioResourceProps): string | undefined {
  const { namespace, metadata } = props;
  if (namespace !== undefined && metadata?.namespace !== undefined && metadata.namespace !== namespace) {
    throw new Error(`namespace ${shown(namespace)} contradicts metadata.namespace ${shown(metadata.namespace)}; write one of the two`);
  }
  return namespace ?? metadata?.namespace;
}
