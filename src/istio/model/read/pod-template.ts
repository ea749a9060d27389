import { Node } from './node';

/** Kinds with a pod template keep it below these keys; a Pod is one itself. */
export type TemplatePath = readonly string[];

/** The pod template of an object; `undefined` where there is none (an Argo Rollout with `workloadRef`). */
export function podTemplateOf(root: Node, path: TemplatePath): Node | undefined {
  let template: Node | undefined = root;
  for (const key of path) template = template?.child(key);
  return template;
}
