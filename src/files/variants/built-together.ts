import { Kustomization } from '../input-read';

/** What kustomizations say about which files and folders meet. */
export class BuiltTogether {
  private readonly listedBy = new Map<string, Set<Kustomization>>();
  private readonly bases = new Set<string>();

  constructor(kustomizations: readonly Kustomization[]) {
    for (const kustomization of kustomizations) {
      const folder = kustomization.file.slice(0, kustomization.file.lastIndexOf('/') + 1);
      for (const resource of kustomization.resources) {
        this.listedBy.set(resource, (this.listedBy.get(resource) ?? new Set()).add(kustomization));
        if (!resource.startsWith(folder)) { this.bases.add(resource); }
      }
    }
  }

  /** One kustomization lists all of them. */
  areTogether([first, ...others]: readonly string[]): boolean {
    const candidates = [...this.listedBy.get(first) ?? []];
    return candidates.some((kustomization) => others.every((other) => this.listedBy.get(other)?.has(kustomization)));
  }

  /** A folder elsewhere builds upon this one. */
  isBase(path: string): boolean {
    return this.bases.has(path);
  }
}
