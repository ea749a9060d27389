import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Knows which files are templates of a Helm chart; asks the disk once a folder. */
export class ChartFolders {
  private readonly known = new Map<string, boolean>();

  /** Whether a `templates` folder above the file stands beside a `Chart.yaml`. */
  holdsTemplate(file: string): boolean {
    return this.isTemplates(dirname(file));
  }

  private isTemplates(folder: string): boolean {
    const known = this.known.get(folder);
    if (known !== undefined) { return known; }
    const parent = dirname(folder);
    const answer = (basename(folder) === 'templates' && existsSync(join(parent, 'Chart.yaml'))) || (parent !== folder && this.isTemplates(parent));
    this.known.set(folder, answer);
    return answer;
  }
}
