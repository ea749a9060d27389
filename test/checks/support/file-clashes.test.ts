import { fileClashes, OutputFiles, WrittenObject } from '../../../src/checks/support/file-clashes';

function written(construct: string, parts: Partial<WrittenObject> = {}): WrittenObject {
  return { construct, chart: construct.split('/')[0], mesh: 'default', kind: 'PeerAuthentication', namespace: 'production', name: 'default', ...parts };
}

const clashes = (output: OutputFiles, ...objects: WrittenObject[]) =>
  fileClashes(objects, output).map(({ file, objects: lost }) => [file, ...lost.map(({ construct }) => construct)]);

const namespaces = [written('a/x'), written('a/y', { namespace: 'staging' }), written('b/x', { namespace: 'staging' })];

test.each<[OutputFiles, string[][]]>([
  ['FILE_PER_APP', []],
  ['FILE_PER_CHART', []],
  ['FILE_PER_RESOURCE', [['PeerAuthentication.default', 'a/x', 'a/y', 'b/x']]],
  ['FOLDER_PER_CHART_FILE_PER_RESOURCE', [['PeerAuthentication.default', 'a/x', 'a/y']]],
])('%s', (output, expected) => expect(clashes(output, ...namespaces)).toEqual(expected));

test.each([
  ['other kinds', written('a/x', { kind: 'ConfigMap' }), written('a/y', { kind: 'ConfigMap', namespace: 'staging' })],
  ['one name of two kinds', written('a/x'), written('a/y', { kind: 'DestinationRule', namespace: 'staging' })],
  ['two names', written('a/x'), written('a/y', { name: 'strict', namespace: 'staging' })],
  ['copies of one object, which are duplicates', written('a/x'), written('b/x')],
])('no clash of %s', (_, ...objects) => expect(clashes('FILE_PER_RESOURCE', ...objects)).toEqual([]));

test.each([
  ['one object of two meshes', written('a/x'), written('b/x', { mesh: 'other' }), 'PeerAuthentication.default'],
  ['an object without namespace', written('a/x'), written('b/x', { namespace: undefined }), 'PeerAuthentication.default'],
  ['names that cdk8s makes equal', written('a/x', { name: 'web:v1' }), written('b/x', { name: 'webv1' }), 'PeerAuthentication.webv1'],
  ['rules', written('a/x', { kind: 'DestinationRule' }), written('b/x', { kind: 'DestinationRule', namespace: 'x' }), 'DestinationRule.default'],
])('a clash of %s', (_, one, other, file) => expect(clashes('FILE_PER_RESOURCE', one, other)).toEqual([[file, 'a/x', 'b/x']]));
