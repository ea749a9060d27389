import { groupBy } from '../../istio/model/index/group';
import { NamedObject } from '../object-name';

/** How cdk8s spreads objects over files: the names of its `YamlOutputType`. */
export type OutputFiles = 'FILE_PER_APP' | 'FILE_PER_CHART' | 'FILE_PER_RESOURCE' | 'FOLDER_PER_CHART_FILE_PER_RESOURCE';

/** An object that an App writes. */
export interface WrittenObject extends NamedObject {
  readonly mesh: string;
  /** Path of the construct. */
  readonly construct: string;
  /** Path of its chart. */
  readonly chart: string;
}

/** Objects that one file is written for, again and again: only the last one stays. */
export interface FileClash {
  /** Without the folder and the ending that the App chooses, e.g. `PeerAuthentication.default`. */
  readonly file: string;
  /** Two or more, in the order of the input. */
  readonly objects: readonly WrittenObject[];
}

const POLICIES_AND_RULES: readonly string[] = ['PeerAuthentication', 'DestinationRule'];

/** The policies and rules that an App loses when it writes its files, because file names leave the namespace out. */
export function fileClashes(objects: readonly WrittenObject[], output: OutputFiles): readonly FileClash[] {
  const folderOf = FOLDERS[output];
  if (folderOf === undefined) return [];
  const written = objects.filter(({ kind }) => POLICIES_AND_RULES.includes(kind));
  const files = groupBy(written, (object) => JSON.stringify([folderOf(object), fileName(object)]));
  return [...files.values()].filter(areDifferentObjects).map((clash) => ({ file: fileName(clash[0]), objects: clash }));
}

const FOLDERS: Readonly<Record<OutputFiles, ((object: WrittenObject) => string) | undefined>> = {
  FILE_PER_APP: undefined,
  FILE_PER_CHART: undefined,
  FILE_PER_RESOURCE: () => '',
  FOLDER_PER_CHART_FILE_PER_RESOURCE: ({ chart }) => chart,
};

/** As cdk8s names it: characters that it does not like are left out. */
function fileName({ kind, name }: WrittenObject): string {
  return `${kind}.${name}`.replace(/[^0-9a-zA-Z-_.]/g, '');
}

/** Copies of one object are duplicates already, whatever files they go to. */
function areDifferentObjects([first, ...others]: readonly WrittenObject[]): boolean {
  return others.some(({ mesh, namespace, name }) => mesh !== first.mesh || namespace !== first.namespace || name !== first.name);
}
