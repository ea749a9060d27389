import { Fault } from './fault';
import { Manifest, Origin, Problem } from '../istio/model/manifest';

/** An origin whose place is known already, because nothing could be parsed there. */
export interface PlacedOrigin extends Origin {
  readonly line: number;
  readonly column: number;
}

export type SkipReason = 'helm-template' | 'template' | 'kustomize-patch' | 'unreadable' | 'too-large' | 'dangling-link';

/** A file, or a part of it, about which nothing is said. */
export interface SkippedInput {
  readonly file: string;
  readonly reason: SkipReason;
  readonly message: string;
}

/** A `kustomization.yaml`: what it builds together, and what it only changes. Paths as the origins have them. */
export interface Kustomization {
  readonly file: string;
  readonly resources: readonly string[];
  readonly patches: readonly string[];
}

/** What came out of the input: single objects of the kinds that count, with their origins. */
export interface InputRead {
  readonly manifests: readonly Manifest[];
  readonly problems: readonly Problem[];
  readonly skipped: readonly SkippedInput[];
  readonly kustomizations: readonly Kustomization[];
  /** The arguments that were folders. */
  readonly folders: readonly string[];
  /** The text of a file once more; `undefined` when it is gone. */
  readonly textOf: (file: string) => string | undefined;
}

const SKIP_MESSAGES: Readonly<Record<SkipReason, string>> = {
  'helm-template': 'a Helm template; check what `helm template` renders',
  'template': 'has placeholders that are filled in later; check what is rendered',
  'kustomize-patch': 'a Kustomize patch, not an object; check what `kustomize build` renders',
  'unreadable': 'cannot be read, and no object that counts can be seen in it',
  'too-large': 'larger than --max-file-mib allows, and more likely data than manifests',
  'dangling-link': 'a link to nothing',
};

/** Gathers while files are read. */
export class InputCollector implements InputRead {
  readonly manifests: Manifest[] = [];
  readonly problems: Problem[] = [];
  readonly skipped: SkippedInput[] = [];
  readonly kustomizations: Kustomization[] = [];
  readonly folders: string[] = [];
  /** Of what can be read only once: pipes. */
  readonly texts = new Map<string, string>();
  private readonly notes = new Set<string>();

  constructor(private readonly readAgain: (file: string) => string | undefined) {}

  readonly textOf = (file: string): string | undefined => this.texts.get(file) ?? this.readAgain(file);

  problem(mesh: string, origin: Origin, message: string): void {
    this.problems.push({ mesh, origin, path: '', message, object: '' });
  }

  fault(mesh: string, origin: Origin, { message, line, column }: Fault): void {
    this.problem(mesh, { ...origin, line, column } as PlacedOrigin, message);
  }

  /** Once a file and reason. */
  skip(file: string, reason: SkipReason): void {
    const note = `${reason} ${file}`;
    if (this.notes.has(note)) { return; }
    this.notes.add(note);
    this.skipped.push({ file, reason, message: SKIP_MESSAGES[reason] });
  }
}
