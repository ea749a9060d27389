import { bypassOf } from '../../../src/istio/traffic/bypass';

const EXCLUDE = 'traffic.sidecar.istio.io/excludeInboundPorts';
const INCLUDE = 'traffic.sidecar.istio.io/includeInboundPorts';
const MODE = 'sidecar.istio.io/interceptionMode';

test.each<[string, Record<string, string>, number, ReturnType<typeof bypassOf>]>([
  ['a port of the application', {}, 8080, undefined],
  ['the agent', {}, 15020, { by: 'agent', annotation: undefined }],
  ['health of the agent', {}, 15021, { by: 'agent', annotation: undefined }],
  ['statistics of the proxy', {}, 15090, { by: 'agent', annotation: undefined }],
  ['an agent port that is excluded as well', { [EXCLUDE]: '15090' }, 15090, { by: 'agent', annotation: undefined }],
  ['an excluded port', { other: 'x', [EXCLUDE]: '9090, 8080' }, 8080, { by: 'annotation', annotation: EXCLUDE }],
  ['another port than the excluded one', { [EXCLUDE]: '9090' }, 8080, undefined],
  ['a port that is not included', { [INCLUDE]: '9090' }, 8080, { by: 'annotation', annotation: INCLUDE }],
  ['nothing is included', { [INCLUDE]: '' }, 8080, { by: 'annotation', annotation: INCLUDE }],
  ['everything is included', { [INCLUDE]: '*' }, 8080, undefined],
  ['no interception', { [MODE]: 'NONE' }, 8080, { by: 'annotation', annotation: MODE }],
  ['two annotations say the same', { [MODE]: 'NONE', [EXCLUDE]: '8080' }, 8080, { by: 'annotation', annotation: undefined }],
  ['an agent that moved', { 'status.sidecar.istio.io/port': '8080' }, 8080, { by: 'annotation', annotation: 'status.sidecar.istio.io/port' }],
])('%s', (_, annotations, port, bypass) => expect(bypassOf(new Map(Object.entries(annotations)), port)).toEqual(bypass));
