import { TrafficLink } from './traffic-answer';
import { TrafficQuestion } from './traffic-question';
import { ClientTlsAnswer } from '../client-tls/client-tls-answer';
import { knownAtPort, ModeAnswer } from '../effective-mode/mode-answer';
import { namespaceModeAnswer } from '../effective-mode/namespace-mode';
import { MeshSnapshot } from '../model/snapshot';

/** What an answer leans on, and whether the input shows it. */
export function linksOf(
  mesh: MeshSnapshot,
  question: TrafficQuestion,
  { tls, mode }: { readonly tls: ClientTlsAnswer | undefined; readonly mode: ModeAnswer | undefined },
): readonly TrafficLink[] {
  const { client, server, destination } = question;
  return [
    { link: 'client', known: client.proven },
    ...(destination === undefined ? [] : [{ link: 'service', known: destination.service !== undefined } as const]),
    { link: 'workload', known: server.workload !== undefined },
    { link: 'data-plane', known: server.proven && server.dataPlane !== 'unknown' },
    ...(mode === undefined ? [] : modeLinks(mode, server.workloadPort)),
    ...(tls === undefined ? [] : clientLinks(mesh, question, tls)),
  ];
}

function modeLinks(mode: ModeAnswer, workloadPort: number): readonly TrafficLink[] {
  return [{ link: 'policy', known: !mode.ambiguous }, { link: 'parent-mode', known: knownAtPort(mode, workloadPort) }];
}

function clientLinks(mesh: MeshSnapshot, { client, destination }: TrafficQuestion, tls: ClientTlsAnswer): readonly TrafficLink[] {
  const { selection, via, sends } = tls;
  // absence of a rule proves nothing on partial input
  const rule = selection?.rule === undefined ? mesh.profile.complete : !selection.ambiguous;
  const hint = namespaceModeAnswer(mesh, destination?.namespace);
  return [
    { link: 'rule', known: rule },
    // without auto mTLS nobody asks for the hint
    ...(via === 'auto' && mesh.profile.autoMtls ? [{ link: 'service-mode', known: hint.known && !hint.ambiguous } as const] : []),
    ...(sends === 'custom-mtls' ? [{ link: 'certificate', known: client.certificate !== undefined } as const] : []),
  ];
}
