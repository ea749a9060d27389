import { BuiltTogether } from './built-together';
import { isBase, isContainer, isShowcase, stageOf } from './folder-names';
import { nodesTo, PathNode } from './path-tree';
import { entry } from '../../istio/model/index/group';

/** Where an object stands among the alternatives of the input. */
export interface Standing {
  /** Which alternative it belongs to, from the outside in; empty: to all of them. */
  readonly labels: readonly string[];
  /** The same without the bases whose object is replaced elsewhere: where the object that replaces it stands. */
  readonly replacedIn: readonly string[];
  /** In a folder of samples or tests: a file there meets nothing else. */
  readonly alone: boolean;
}

/**
 * Which folders and files are alternatives of each other, so that nothing in one meets anything in the other:
 * those that hold copies of one object, those that are named after different stages, and the folders of `clusters`, `overlays` and the like.
 * What one kustomization builds is no alternative; what others build upon is changed, not replaced.
 */
export class Alternatives {
  private readonly chosen = new Set<PathNode>();
  /** Alternatives whose stage another one has too. */
  private readonly ownNamed = new Set<PathNode>();
  /** Objects of a base that another folder has its own copy of. */
  private readonly overridden = new Map<PathNode, Set<string>>();

  constructor(private readonly root: PathNode, private readonly together: BuiltTogether) {
    this.readNames(root);
  }

  /** `files`: where copies of one object stand. */
  addCopies(identity: string, files: Iterable<string>): void {
    this.compare(identity, [...files].map((file) => nodesTo(this.root, file)), 0);
  }

  standingOf(file: string, identity: string | undefined): Standing {
    const nodes = nodesTo(this.root, file);
    const chosen = nodes.filter((node) => this.chosen.has(node));
    const replaced = identity === undefined ? [] : nodes.filter((node) => this.overridden.get(node)?.has(identity));
    return {
      labels: [...chosen.map((node) => this.labelOf(node)), ...replaced.map(({ name }) => name)],
      replacedIn: chosen.map((node) => this.labelOf(node)),
      alone: nodes.some((node) => !node.isFile && !node.outside && isShowcase(node.name) && !this.chosen.has(node)),
    };
  }

  private readNames(folder: PathNode): void {
    const children = [...folder.children.values()].filter((child) => !this.isBase(child));
    const folders = children.filter(({ isFile }) => !isFile);
    if (!folder.outside && isContainer(folder.name)) { this.choose(folders, true); }
    const staged = children.filter(({ name }) => stageOf(name) !== undefined);
    if (new Set(staged.map(({ name }) => stageOf(name))).size > 1) { this.choose(staged, false); }
    folders.concat([...folder.children.values()].filter((child) => this.isBase(child))).forEach((child) => this.readNames(child));
  }

  private compare(identity: string, ways: readonly (readonly PathNode[])[], depth: number): void {
    const groups = new Map<PathNode, (readonly PathNode[])[]>();
    for (const way of ways) {
      const child = way[depth];
      if (child === undefined) { continue; }
      const group = groups.get(child);
      if (group === undefined) { groups.set(child, [way]); } else { group.push(way); }
    }
    const children = [...groups.keys()];
    if (children.length > 1) {
      this.choose(children.filter((child) => !this.isBase(child)), true);
      children.filter((child) => this.isBase(child)).forEach((base) => entry(this.overridden, base, () => new Set()).add(identity));
    }
    for (const group of groups.values()) {
      if (group.length > 1) { this.compare(identity, group, depth + 1); }
    }
  }

  /** `apart`: also those of one stage are alternatives of each other. */
  private choose(nodes: readonly PathNode[], apart: boolean): void {
    if (nodes.length < 2 || this.together.areTogether(nodes.map(({ path }) => path))) { return; }
    const stages = new Map<string | undefined, PathNode>();
    for (const node of nodes) {
      this.chosen.add(node);
      const stage = stageOf(node.name);
      const same = stages.get(stage);
      if (apart && stage !== undefined && same !== undefined) { this.ownNamed.add(node).add(same); }
      stages.set(stage, node);
    }
  }

  private labelOf(node: PathNode): string {
    return (this.ownNamed.has(node) ? undefined : stageOf(node.name)) ?? node.name;
  }

  private isBase(node: PathNode): boolean {
    return !node.isFile && (isBase(node.name) || this.together.isBase(node.path));
  }
}
