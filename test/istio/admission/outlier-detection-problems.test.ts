import { outlierDetectionProblems, outlierDetectionWarnings } from '../../../src/istio/admission/outlier-detection-problems';

test.each([
  [undefined, []],
  [{}, []],
  [{ interval: '2s', baseEjectionTime: '2s', maxEjectionPercent: 50, minHealthPercent: 100 }, []],
  [{ consecutiveLocalOriginFailures: 10, splitExternalLocalOriginErrors: true }, []],
  [{ consecutiveLocalOriginFailures: 0 }, []],
  [{ consecutiveErrors: 5 }, []],
  [{ interval: '2.000000005s' }, ['at.interval: duration "2.000000005s" is finer than a millisecond; round it to milliseconds']],
  [{ baseEjectionTime: '0s' }, ['at.baseEjectionTime: duration "0s" is too short; write at least "1ms"']],
  [{ maxEjectionPercent: 101, minHealthPercent: -1 },
    ['at.maxEjectionPercent: percentage 101 is out of range; write 0 to 100', 'at.minHealthPercent: percentage -1 is out of range; write 0 to 100']],
  [{ consecutiveLocalOriginFailures: 10, splitExternalLocalOriginErrors: false },
    ['at.consecutiveLocalOriginFailures: consecutiveLocalOriginFailures needs splitExternalLocalOriginErrors: true; add it']],
])('problems of %j', (outlierDetection, expected) => {
  expect(outlierDetectionProblems(outlierDetection, 'at').map(({ path, message }) => `${path}: ${message}`)).toEqual(expected);
});

test.each([
  [undefined, []],
  [{ consecutiveErrors: 0, consecutiveGatewayErrors: 5 }, []],
  [{ consecutiveErrors: 5 }, ['at.consecutiveErrors: consecutiveErrors is deprecated; use consecutiveGatewayErrors or consecutive5xxErrors']],
])('warnings of %j', (outlierDetection, expected) => {
  expect(outlierDetectionWarnings(outlierDetection, 'at').map(({ path, message }) => `${path}: ${message}`)).toEqual(expected);
});
