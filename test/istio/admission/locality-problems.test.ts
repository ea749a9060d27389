import { localityOverlap } from '../../../src/istio/admission/locality-overlap';
import { localityProblems, zoneAwareProblems } from '../../../src/istio/admission/locality-problems';

const spread = (to: Record<string, unknown>, from = 'a') => ({ distribute: [{ from, to }] });
const lines = (problems: ReturnType<typeof localityProblems>) => problems.map(({ path, message }) => `${path}: ${message}`);
const zone = 'topology.kubernetes.io/zone';

describe('localityLbSetting', () => {
  test.each([
    [undefined, []],
    [{ enabled: true }, []],
    [spread({ 'a/b/*': 70, 'a/c/*': 20, 'd': 10 }), []],
    [{ distribute: [{ from: 'a/b/*', to: { a: 100 } }, { from: 'a/c/*', to: { a: 100 } }] }, []],
    [{ failover: [{ from: 'a', to: 'b' }], failoverPriority: ['app'] }, []],
    [{ failoverPriority: [zone] }, []],
    [{ distribute: [{}], failover: [{}] }, ['at: distribute and failover exclude each other; keep one of them']],
    [{ failover: [{ from: 'a', to: 'b' }], failoverPriority: ['app', zone, 'topology.istio.io/subzone'] }, [
      `at.failoverPriority[1]: "${zone}" cannot stand in failoverPriority beside failover; remove it`,
      'at.failoverPriority[2]: "topology.istio.io/subzone" cannot stand in failoverPriority beside failover; remove it',
    ]],
    [spread({ a: 0, b: 100 }), ['at.distribute[0].to.a: locality weight 0 is out of range; write 1 to 100']],
    [spread({ 'a/b': 101 }), ['at.distribute[0].to["a/b"]: locality weight 101 is out of range; write 1 to 100']],
    [spread({ a: '100' }), ['at.distribute[0].to.a: locality weight "100" is out of range; write 1 to 100']],
    [spread({ a: 60, b: 30 }), ['at.distribute[0].to: locality weights are 90 in all; make them 100']],
    [spread({}), ['at.distribute[0].to: locality weights are 0 in all; make them 100']],
    [spread({ 'a/b': 50, 'a/*': 50 }), ['at.distribute[0].to: distribute to "a/b" overlaps with an earlier one; write each place once']],
    [spread({ 'b': 50, '*': 50 }), ['at.distribute[0].to: distribute to "b" overlaps with an earlier one; write each place once']],
    [spread({ a: 100 }, ''), ['at.distribute: distribute from "" has an empty part; write region, region/zone or region/zone/sub-zone']],
    [{ failover: [{ from: 'a', to: 'a' }, { from: 'a/b', to: 'c' }, { from: 'a', to: '*' }, {}] }, [
      'at.failover[0]: failover from and to are both "a"; write two regions',
      'at.failover[1]: failover region "a/b" is no region; write it without "/" and "*"',
      'at.failover[2]: failover region "*" is no region; write it without "/" and "*"',
      'at.failover[3]: failover from and to are both ""; write two regions',
    ]],
  ])('%j', (setting, expected) => {
    expect(lines(localityProblems(setting, 'at'))).toEqual(expected);
  });
});

describe('zoneAwareLbSetting', () => {
  test.each([
    [undefined, []],
    [{ enabled: true, minClusterSize: 6, failoverPriority: ['app'], failover: [{ from: 'a', to: 'b' }] }, []],
    [{ failoverPriority: [zone] }, [`at.failoverPriority[0]: "${zone}" cannot stand in failoverPriority under zoneAwareLbSetting; remove it`]],
    [{ failover: [{ from: 'a', to: 'a' }] }, ['at.failover[0]: failover from and to are both "a"; write two regions']],
  ])('%j', (setting, expected) => {
    expect(lines(zoneAwareProblems(setting, 'at'))).toEqual(expected);
  });
});

describe('localities together', () => {
  test.each([
    [[], undefined],
    [['a', 'b', 'c*'], undefined],
    [['a/b', 'a/c', 'a/d/e', 'a/d/f'], undefined],
    [['a/b/c/d', 'a/b/c/e'], undefined],
    [['a', '*'], undefined],
    [['a/b', 'a/*'], undefined],
    [['*', 'a'], '"a"'],
    [['a', 'a'], '"a"'],
    [['a', 'a/b'], '"a/b"'],
    [['a/b', 'a'], '"a"'],
    [['a/*', 'a/b'], '"a/b"'],
    [['a/b', 'a/b'], '"a/b"'],
    [['a/b', 'a/b/c'], '"a/b/c"'],
    [['a/b/*', 'a/b/c'], '"a/b/c"'],
    [['a/b/c', 'a/b'], '"a/b"'],
    [['a/b/c', 'a/b/c'], '"a/b/c"'],
    [['a*b'], '"a*b"'],
    [['**'], '"**"'],
    [['a//c'], '"a//c"'],
    [['/b'], '"/b"'],
    [['a/'], '"a/"'],
  ])('%j', (localities, culprit) => {
    expect(localityOverlap(localities)?.split(' ')[0]).toBe(culprit);
  });
});
