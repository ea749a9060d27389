import fc from 'fast-check';
import { callToSidecar, meshObjects } from './support/arbitrary-traffic';
import { Asked, questionOf, trafficOf } from './support/traffic-of';
import { buildSnapshot } from '../../../src/istio/model/build-snapshot';
import { MeshSnapshot } from '../../../src/istio/model/snapshot';
import { traffic } from '../../../src/istio/traffic/traffic';
import { meshOf, policyAt, Written } from '../rule-selection/support/mesh-of';

const RUNS = { numRuns: 1000 };
const STRICT_PORT = policyAt('prod/reviews', { selector: { matchLabels: { app: 'reviews' } }, mtls: { mode: 'STRICT' } }, '2000-01-01T00:00:00Z');

/** All but objects of the snapshot, which differ from mesh to mesh. */
function told(objects: readonly Written[], asked: Asked) {
  const { outcome, delivered, refusal, serverMode, hbone, rules } = trafficOf(objects, asked);
  return { outcome, delivered, refusal, serverMode, hbone, rules };
}

/** The client's own proxy waits for bytes and never dials, so that no mode of the server has a say. */
function neverDials({ client, server, call, destination }: Asked): boolean {
  return typeof client === 'object' && client.kind === 'sidecar' && call?.sends === 'auto' && destination !== null
    && server?.portKind === 'auto' && server.serverFirst === true;
}

test('STRICT on a captured port: no client but the kubelet gets plaintext, tls-passthrough or stalled', () => {
  let strict = 0;
  fc.assert(fc.property(meshObjects, callToSidecar, (objects, asked) => {
    fc.pre(!neverDials(asked) && !(typeof asked.client === 'object' && asked.client.kind === 'kubelet'));
    const { outcome, serverMode } = trafficOf(objects, asked);
    fc.pre(serverMode === 'STRICT');
    strict++;
    expect(['mtls', 'refused']).toContain(outcome);
  }), RUNS);
  expect(strict).toBe(1000);
});

test('a STRICT workload policy makes a port STRICT whatever rules, parents and clients say', () => {
  fc.assert(fc.property(meshObjects, callToSidecar, (objects, asked) => {
    const others = objects.filter(({ metadata, kind }) => kind !== 'PeerAuthentication' || (metadata as Written).name !== 'reviews');
    expect(trafficOf([...others, STRICT_PORT], asked).serverMode).toBe('STRICT');
  }), RUNS);
});

test('rewritten probes are answered in every mode', () => {
  fc.assert(fc.property(meshObjects, callToSidecar, (objects, asked) => {
    const { outcome, delivered } = trafficOf(objects, { ...asked, client: { kind: 'kubelet', probesRewritten: true } });
    expect({ outcome, delivered }).toEqual({ outcome: 'plaintext', delivered: true });
  }), RUNS);
});

test('an answer is refused exactly if it says how, and nothing refused or stalled is delivered', () => {
  fc.assert(fc.property(meshObjects, callToSidecar, (objects, asked) => {
    const { outcome, refusal, delivered } = trafficOf(objects, asked);
    expect(outcome === 'refused').toBe(refusal !== undefined);
    if (outcome === 'refused' || outcome === 'stalled') expect(delivered).toBe(false);
    if (outcome === 'mtls' || outcome === 'plaintext') expect(delivered).toBe(true);
  }), RUNS);
});

test('the order of manifests never changes an answer', () => {
  const shuffled = meshObjects.chain((objects) => fc.tuple(fc.constant(objects), fc.shuffledSubarray([...objects], { minLength: objects.length })));
  fc.assert(fc.property(shuffled, callToSidecar, ([objects, others], asked) => {
    expect(told(others, asked)).toEqual(told(objects, asked));
  }), RUNS);
});

test('other meshes and unrelated namespaces never change an answer', () => {
  const moved = (objects: readonly Written[]) => objects.map((object) => ({ ...object, metadata: { ...(object.metadata as Written), namespace: 'unrelated' } }));
  fc.assert(fc.property(meshObjects, meshObjects, callToSidecar, (objects, strangers, asked) => {
    const manifests = [
      ...[...objects, ...moved(strangers)].map((object) => ({ object, mesh: 'mine' })),
      ...strangers.map((object) => ({ object, mesh: 'other' })),
    ];
    const mesh = buildSnapshot(manifests, [{ mesh: 'mine' }, { mesh: 'other' }]).meshes.get('mine') as MeshSnapshot;
    const question = questionOf(asked);
    const [alone, among] = [traffic(meshOf(objects, { mesh: 'mine' }), question), traffic(mesh, question)];
    expect([among.outcome, among.delivered, among.serverMode, among.rules]).toEqual([alone.outcome, alone.delivered, alone.serverMode, alone.rules]);
  }), RUNS);
});
