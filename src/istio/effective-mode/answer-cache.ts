import { Policy } from '../model/policy';
import { MeshSnapshot } from '../model/snapshot';

interface Node<T> {
  answer?: T;
  next?: Map<Policy, Node<T>>;
}

/** Answers that hold for all pods of a namespace that the same workload policies select. They live as long as their snapshot. */
export class AnswerCache<T> {
  private readonly meshes = new WeakMap<MeshSnapshot, Map<string | undefined, Node<T>>>();

  get(mesh: MeshSnapshot, namespace: string | undefined, selecting: readonly Policy[], make: () => T): T {
    const node = selecting.reduce(below, this.nodeOf(mesh, namespace));
    node.answer ??= make();
    return node.answer;
  }

  private nodeOf(mesh: MeshSnapshot, namespace: string | undefined): Node<T> {
    let namespaces = this.meshes.get(mesh);
    if (namespaces === undefined) this.meshes.set(mesh, namespaces = new Map());
    let node = namespaces.get(namespace);
    if (node === undefined) namespaces.set(namespace, node = {});
    return node;
  }
}

function below<T>(node: Node<T>, policy: Policy): Node<T> {
  node.next ??= new Map();
  let next = node.next.get(policy);
  if (next === undefined) node.next.set(policy, next = {});
  return next;
}
