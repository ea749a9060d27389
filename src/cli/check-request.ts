import { ProfileFields } from './profile-fields';
import { Caps } from '../files/caps';
import { Threshold } from '../findings/report';
import { Ruleset } from '../findings/ruleset';
import { Renderer } from '../report/report-input';

/** A path and the mesh that it belongs to. */
export interface MeshPath {
  readonly mesh: string;
  readonly path: string;
}

/** What the user asked for, checked. */
export interface CheckRequest {
  /** Several meshes, or one by name: then copies of an object are duplicates, whatever their folders. */
  readonly meshesNamed: boolean;
  readonly paths: readonly MeshPath[];
  readonly contextPaths: readonly string[];
  /** One a mesh. */
  readonly profiles: readonly ProfileFields[];
  readonly today: string | undefined;
  readonly ruleset: Ruleset;
  readonly failOn: Threshold;
  readonly baseline: string | undefined;
  readonly writeBaseline: string | undefined;
  readonly renderer: Renderer;
  readonly output: string | undefined;
  readonly caps: Caps;
}
