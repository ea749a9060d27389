import { Chart } from 'cdk8s';
import { IConstruct } from 'constructs';

/**
 * The path below the chart, joined by `-`: a direct child keeps its id, a template that is used twice gives two names.
 * There is no hash in it, so a name never changes between the stages of a rollout.
 */
export function nameBelowChart(scope: IConstruct, id: string): string {
  // As constructs writes an id.
  let name = id.includes('/') ? id.replaceAll('/', '--') : id;
  for (let parent: IConstruct | undefined = scope; parent !== undefined && !Chart.isChart(parent); parent = parent.node.scope) {
    name = `${parent.node.id}-${name}`;
  }
  return name;
}
