import { CheckDescription } from './check';

/** The engine reports this when a check throws; there is no YAML that should do it. */
export const checkFailed: CheckDescription & { message(id: string, thrown: unknown): string } = {
  id: 'MTLS002',
  name: 'check-failed',
  why: 'a check that crashed has not said that the mesh is right, so its silence must not be taken for a pass',
  sources: ['a defect of this library, not of the manifests'],
  severity: 'Always an error, once for each check that crashed in a mesh; all other checks go on.',
  fix: 'report the message with the manifests to the maintainers; until then, switch enforcement to REPORT or leave the named check out',
  peers: [],
  acknowledgeable: false,

  message: (id, thrown) => `${id} stopped in this mesh: ${(thrown instanceof Error ? thrown.message : String(thrown)).split('\n', 1)[0]}`,
};
