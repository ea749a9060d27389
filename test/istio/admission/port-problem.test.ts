import { portProblem } from '../../../src/istio/admission/port-problem';

describe('a workload port that both gates admit', () => {
  test.each([1, 80, 8080, 65535, '1', '8080', '65535'])('%p', (port) => {
    expect(portProblem(port)).toBeUndefined();
  });
});

describe('a workload port that is refused', () => {
  test.each([
    [0, ['crd', 'webhook']],
    [-1, ['crd', 'webhook']],
    [65536, ['crd', 'webhook']],
    [80.5, ['crd', 'webhook']],
    [NaN, ['crd', 'webhook']],
    ['', ['crd', 'webhook']],
    ['http', ['crd', 'webhook']],
    ['42949672', ['crd', 'webhook']],
    [' 80', ['crd', 'webhook']],
    ['8e1', ['crd', 'webhook']],
    ['0x50', ['crd', 'webhook']],
    [undefined, ['crd', 'webhook']],
    // CEL reads these as numbers, a JSON decoder does not.
    ['080', ['webhook']],
    ['+80', ['webhook']],
  ])('%p', (port, refusedBy) => {
    expect(portProblem(port, 'here')).toMatchObject({ rule: 'sidecar.md A4', refusedBy, path: 'here' });
  });

  test('message', () => {
    expect(portProblem('http')?.message)
      .toBe('port "http" is not a workload port; write a whole number from 1 to 65535, the port that the container listens on');
  });
});
