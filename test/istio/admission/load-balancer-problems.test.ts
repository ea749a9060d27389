import { loadBalancerProblems, loadBalancerWarnings } from '../../../src/istio/admission/load-balancer-problems';

const hash = (consistentHash: unknown) => ({ consistentHash });
const failover = { failover: [{ from: 'a', to: 'b' }] };

describe('problems', () => {
  test.each([
    [undefined, []],
    [{}, []],
    [{ simple: 'ROUND_ROBIN' }, []],
    [{ zoneAwareLbSetting: failover }, []],
    [{ warmup: { duration: '300s', minimumPercent: 5, aggression: 0.5 } }, []],
    [{ warmup: { duration: '300s', minimumPercent: null, aggression: null } }, []],
    [{ warmupDurationSecs: '1.5ms' }, []],
    [{ backendUtilization: { weightUpdatePeriod: '0s' } }, []],
    [{ warmup: {} }, ['at.warmup.duration: warmup without duration; write one, such as "60s"']],
    [{ warmup: { duration: '1.5ms', minimumPercent: 101, aggression: 0 } }, [
      'at.warmup.duration: duration "1.5ms" is finer than a millisecond; round it to milliseconds',
      'at.warmup.minimumPercent: percentage 101 is out of range; write 0 to 100',
      'at.warmup.aggression: aggression is 0; write more than 0',
    ]],
    [{ warmupDurationSecs: '0s' }, ['at.warmupDurationSecs: duration "0s" is too short; write at least "1ms"']],
    [{ backendUtilization: { weightStabilizationPeriod: '5', weightExpirationPeriod: '', weightUpdatePeriod: 'x' } }, [
      'at.backendUtilization.weightStabilizationPeriod: duration "5" is unreadable; write numbers with units, such as "30s", "500ms" or "1h30m"',
      'at.backendUtilization.weightExpirationPeriod: duration "" is unreadable; write numbers with units, such as "30s", "500ms" or "1h30m"',
      'at.backendUtilization.weightUpdatePeriod: duration "x" is unreadable; write numbers with units, such as "30s", "500ms" or "1h30m"',
    ]],
    [{ localityLbSetting: {}, zoneAwareLbSetting: {} }, ['at: localityLbSetting and zoneAwareLbSetting exclude each other; keep one of them']],
  ])('%j', (loadBalancer, expected) => {
    expect(loadBalancerProblems(loadBalancer, 'at').map(({ path, message }) => `${path}: ${message}`)).toEqual(expected);
  });
});

describe('consistent hash', () => {
  test.each<[unknown, string[]]>([
    [{ httpHeaderName: 'a' }, []],
    [{ httpCookie: { name: 'c', ttl: '0s', attributes: [{ name: 'SameSite', value: 'Strict' }, { name: 'Secure' }] }, minimumRingSize: 1024 }, []],
    [{ maglev: { tableSize: 65537 } }, []],
    [{ maglev: { tableSize: 1 } }, []],
    [{ maglev: { tableSize: 2 } }, []],
    [{ ringHash: { minimumRingSize: 1000 }, minimumRingSize: 0 }, []],
    [{ httpCookie: { ttl: '1s' } }, ['httpCookie.name: httpCookie has no name; write one']],
    [{ httpCookie: { name: '', ttl: 'x' } }, [
      'httpCookie.ttl: duration "x" is unreadable; write numbers with units, such as "30s", "500ms" or "1h30m"',
      'httpCookie.name: httpCookie has no name; write one',
    ]],
    [{ httpCookie: { name: 'c', attributes: [{ name: 'a' }, { name: '' }, { name: 'a' }, {}] } }, [
      'httpCookie.attributes[1].name: a cookie attribute has no name; write one',
      'httpCookie.attributes[2].name: cookie attribute "a" is there twice; remove one',
      'httpCookie.attributes[3].name: a cookie attribute has no name; write one',
    ]],
    ...[undefined, 0, 4, 9, 1000, 25, 5000011].map((tableSize): [unknown, string[]] => [{ maglev: { tableSize } },
      [`maglev.tableSize: tableSize is ${tableSize ?? 0}; write a prime number below 5000011, such as 65537`]]),
    [{ minimumRingSize: 5, maglev: { tableSize: 3 } }, ['minimumRingSize: minimumRingSize cannot stand beside ringHash or maglev; remove it']],
    [{ minimumRingSize: 5, ringHash: {} }, ['minimumRingSize: minimumRingSize cannot stand beside ringHash or maglev; remove it']],
  ])('%j', (consistentHash, expected) => {
    expect(loadBalancerProblems(hash(consistentHash), 'at').map(({ path, message }) => `${path.replace('at.consistentHash.', '')}: ${message}`))
      .toEqual(expected);
  });
});

describe('warnings', () => {
  test.each([
    [undefined, undefined, []],
    [{ localityLbSetting: { distribute: [] } }, undefined, []],
    [{ localityLbSetting: failover }, {}, []],
    [{ localityLbSetting: failover }, undefined, ['at.localityLbSetting: failover without outlierDetection never happens; add outlierDetection']],
    [{ zoneAwareLbSetting: { failoverPriority: ['a'] } }, null,
      ['at.zoneAwareLbSetting: failover without outlierDetection never happens; add outlierDetection']],
    [hash({ minimumRingSize: 5 }), {}, ['at.consistentHash.minimumRingSize: minimumRingSize is deprecated; use ringHash.minimumRingSize']],
    [hash({ minimumRingSize: 0 }), undefined, []],
  ])('%j beside %j', (loadBalancer, outlierDetection, expected) => {
    expect(loadBalancerWarnings(loadBalancer, outlierDetection, 'at').map(({ path, message }) => `${path}: ${message}`)).toEqual(expected);
  });
});
