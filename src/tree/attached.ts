import { IConstruct } from 'constructs';

/** Whether a construct is still part of its tree: `tryRemoveChild` leaves its back reference in place. */
export function isAttached(construct: IConstruct): boolean {
  for (let child = construct; child.node.scope !== undefined; child = child.node.scope) {
    if (child.node.scope.node.tryFindChild(child.node.id) !== child) return false;
  }
  return true;
}
