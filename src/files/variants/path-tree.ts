/** A folder or file of the input. */
export interface PathNode {
  readonly name: string;
  readonly path: string;
  readonly isFile: boolean;
  /** At or above an argument of the user: its name is an accident of where the user stands. */
  readonly outside: boolean;
  readonly children: Map<string, PathNode>;
}

/** The folders that hold the files, below one root. `roots`: the arguments that were folders. */
export function pathTreeOf(files: Iterable<string>, roots: readonly string[]): PathNode {
  const root: PathNode = { name: '', path: '', isFile: false, outside: true, children: new Map() };
  for (const file of files) {
    let node = root;
    for (const name of file.split('/')) {
      node = childOf(node, name, file, roots);
    }
  }
  return root;
}

/** The nodes from the first folder to the file. */
export function nodesTo(root: PathNode, file: string): PathNode[] {
  const nodes: PathNode[] = [];
  for (const name of file.split('/')) {
    const child = (nodes[nodes.length - 1] ?? root).children.get(name);
    if (child === undefined) { return nodes; }
    nodes.push(child);
  }
  return nodes;
}

function childOf(parent: PathNode, name: string, file: string, roots: readonly string[]): PathNode {
  const known = parent.children.get(name);
  if (known !== undefined) { return known; }
  const path = parent.path === '' ? name : `${parent.path}/${name}`;
  const outside = !roots.some((root) => root === '.' || path.startsWith(`${root}/`));
  const child: PathNode = { name, path, isFile: path === file, outside, children: new Map() };
  parent.children.set(name, child);
  return child;
}
