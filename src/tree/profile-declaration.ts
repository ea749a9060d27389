import { IConstruct } from 'constructs';
import { isAttached } from './attached';
import { contradiction, joined, MeshSettings } from './mesh-settings';
import { treeSymbol } from './tree-symbol';
import { shown } from '../istio/admission/shown';
import { DEFAULT_MESH, Profile, profileOf as completeProfile } from '../istio/model/profile';

/** A MeshProfile as the tree knows it. A plain object: two copies of the library can read it. */
interface Declaration {
  readonly profile: IConstruct;
  readonly settings: MeshSettings;
}

/** On the scope that a profile applies to. */
const APPLIES = treeSymbol('profile-applies');
/** On the root: every profile of the tree. */
const DECLARED = treeSymbol('profiles-declared');

/** Makes `settings` apply to the scope of `profile` and to everything below. */
export function declareProfile(profile: IConstruct, settings: MeshSettings): void {
  const scope = profile.node.scope ?? profile;
  const declared = declarationsIn(profile);
  const before = declarationAt(scope);
  if (before !== undefined) {
    throw new Error(`scope ${shown(scope.node.path)} already has the profile ${shown(before.profile.node.path)}; give each scope one profile`);
  }
  for (const other of declared) refuseContradiction(settings, other);
  const declaration: Declaration = { profile, settings };
  Object.defineProperty(scope, APPLIES, { value: declaration, configurable: true });
  Object.defineProperty(profile.node.root, DECLARED, { value: [...declared, declaration], configurable: true });
}

/** The mesh that this construct's objects belong to. */
export function meshOf(construct: IConstruct): string {
  return nearestDeclaration(construct)?.settings.mesh ?? DEFAULT_MESH;
}

/** Everything that the profiles of this construct's mesh say. */
export function settingsOf(construct: IConstruct): MeshSettings {
  return settingsIn(construct, meshOf(construct));
}

/** What the profiles of a tree say, mesh by mesh, in the order of the names. */
export function declaredMeshes(construct: IConstruct): readonly MeshSettings[] {
  const meshes = new Set(declarationsIn(construct).map(({ settings }) => settings.mesh));
  return [...meshes].sort().map((mesh) => settingsIn(construct, mesh));
}

/** The profile of this construct's mesh, with Istio's defaults for what nobody said. */
export function profileOf(construct: IConstruct): Profile {
  const { enforcement, today, ...input } = settingsOf(construct);
  return completeProfile(input);
}

/** Whether a profile applies to this construct. */
export function hasProfile(construct: IConstruct): boolean {
  return nearestDeclaration(construct) !== undefined;
}

function nearestDeclaration(construct: IConstruct): Declaration | undefined {
  for (let scope: IConstruct | undefined = construct; scope !== undefined; scope = scope.node.scope) {
    const declaration = declarationAt(scope);
    if (declaration !== undefined) return declaration;
  }
  return undefined;
}

function declarationAt(scope: IConstruct): Declaration | undefined {
  const declaration = (scope as unknown as Record<symbol, Declaration | undefined>)[APPLIES];
  return declaration !== undefined && isAttached(declaration.profile) ? declaration : undefined;
}

function settingsIn(construct: IConstruct, mesh: string): MeshSettings {
  return { ...joined(declarationsIn(construct, mesh).map(({ settings }) => settings)), mesh };
}

/** Every profile of the tree, or of one mesh in it. */
function declarationsIn(construct: IConstruct, mesh?: string): readonly Declaration[] {
  const declared = (construct.node.root as unknown as Record<symbol, readonly Declaration[] | undefined>)[DECLARED] ?? [];
  return declared.filter(({ profile, settings }) => (mesh === undefined || settings.mesh === mesh) && isAttached(profile));
}

function refuseContradiction(settings: MeshSettings, other: Declaration): void {
  if (other.settings.mesh !== settings.mesh) return;
  const field = contradiction(settings, other.settings);
  if (field === undefined) return;
  throw new Error(`${field} ${shown(settings[field])} contradicts ${shown(other.settings[field])} of profile ${shown(other.profile.node.path)}: both describe mesh `
    + `${shown(settings.mesh)}; give the same value, or give the profiles different \`mesh\` names`);
}
