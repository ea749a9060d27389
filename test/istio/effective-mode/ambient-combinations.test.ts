import { Level, naiveAmbientMode } from './support/naive-ambient';
import { naiveSidecarMode } from './support/naive-sidecar';
import { ambientMode } from '../../../src/istio/effective-mode/ambient-mode';
import { policyAt } from '../model/support/objects';
import { labels, meshOf } from '../model/support/snapshot-of';

const LEVELS: readonly Level[] = ['absent', 'UNSET', 'PERMISSIVE', 'STRICT', 'DISABLE'];
const MODES = ['UNSET', 'PERMISSIVE', 'STRICT', 'DISABLE'] as const;
const PORT_MODES = ['PERMISSIVE', 'STRICT', 'DISABLE'] as const;

interface Combination {
  readonly mesh: Level;
  readonly namespace: Level;
  readonly workload: (typeof MODES)[number] | 'absent';
  readonly ports: Readonly<Record<string, (typeof PORT_MODES)[number]>>;
}

/** None, one or two ports, each order once. */
const PORTS = [
  {},
  ...PORT_MODES.map(mode => ({ 80: mode })),
  ...PORT_MODES.flatMap((first, index) => PORT_MODES.slice(index).map(second => ({ 80: first, 81: second }))),
];

const COMBINATIONS: readonly Combination[] = LEVELS.flatMap(mesh => LEVELS.flatMap(namespace => [
  ...MODES.flatMap(workload => PORTS.map(ports => ({ mesh, namespace, workload, ports }))),
  { mesh, namespace, workload: 'absent' as const, ports: {} },
]));

function objectsOf({ mesh, namespace, workload, ports }: Combination): readonly unknown[] {
  const policy = (place: string, mode: string, spec = {}) => mode === 'absent' ? [] : [policyAt(place, { ...spec, mtls: { mode } })];
  const portLevelMtls = Object.fromEntries(Object.entries(ports).map(([port, mode]) => [port, { mode }]));
  const selecting = { selector: { matchLabels: { app: 'a' } }, ...Object.keys(ports).length === 0 ? {} : { portLevelMtls } };
  return [...policy('istio-system/m', mesh), ...policy('app/n', namespace), ...policy('app/w', workload, selecting)];
}

function ambientOf(combination: Combination) {
  const { mode, ports } = ambientMode(meshOf(objectsOf(combination)), { namespace: 'app', podLabels: labels({ app: 'a' }) });
  return { mode, ports: Object.fromEntries(ports) };
}

/** What a sidecar would enforce, with DISABLE read as PERMISSIVE (A2). */
function sidecarOf(combination: Combination) {
  const { mode, ports } = naiveSidecarMode(objectsOf(combination), 'istio-system', 'app', { app: 'a' });
  const read = (value: string) => value === 'DISABLE' ? 'PERMISSIVE' : value;
  return { mode: read(mode), ports: Object.fromEntries(Object.entries(ports).map(([port, value]) => [port, read(value)])) };
}

test('the evaluators of istiod give what the rules say in words, for every combination', () => {
  for (const combination of COMBINATIONS) {
    const { workload } = combination;
    const expected = naiveAmbientMode({ ...combination, workload: workload === 'absent' ? 'UNSET' : workload });
    expect({ combination, answer: ambientOf(combination) }).toEqual({ combination, answer: expected });
  }
});

test('they differ from a sidecar in exactly the combinations that A12 to A14 describe', () => {
  const differing = COMBINATIONS.filter(combination => JSON.stringify(ambientOf(combination)) !== JSON.stringify(sidecarOf(combination)));
  const isA12 = ({ workload, ports }: Combination) => workload === 'UNSET' && Object.values(ports).includes('DISABLE') && !Object.values(ports).includes('PERMISSIVE');
  const isA13 = ({ workload, ports }: Combination) => (workload === 'PERMISSIVE' || workload === 'DISABLE') && Object.values(ports).includes('STRICT');
  const isA14 = ({ namespace, workload, ports }: Combination) => namespace === 'UNSET' && workload === 'UNSET' && Object.values(ports).includes('PERMISSIVE');
  const named = differing.map(combination => isA12(combination) ? 'A12' : isA13(combination) ? 'A13' : isA14(combination) ? 'A14' : 'none');
  expect(Object.fromEntries(['A12', 'A13', 'A14', 'none'].map(rule => [rule, named.filter(name => name === rule).length]))).toEqual({ A12: 21, A13: 16, A14: 4, none: 0 });
});
