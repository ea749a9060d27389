import { kindReader } from './kinds';

/** Whether `buildSnapshot` reads objects of this kind; a List may hold some. Cheap: asked before an object is rendered or parsed. */
export function isAnalysedKind(apiVersion: string, kind: string): boolean {
  return kind.endsWith('List') || kindReader(apiVersion, kind) !== undefined;
}
