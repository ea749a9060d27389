import { DEFAULT_CAPS } from '../../src/files/caps';
import { InputCollector } from '../../src/files/input-read';
import { readText } from '../../src/files/read-text';
import { TextInput } from '../../src/files/text-input';

/** `kind namespace/name@document.item` of all objects, `line:column message` of all problems, and why parts were passed over. */
function read(text: string, input: Partial<TextInput> = {}) {
  const into = new InputCollector(() => undefined);
  readText({ file: 'a.yaml', text, damaged: false, named: true, chartTemplate: false, mesh: 'default', context: false, ...input }, DEFAULT_CAPS, into);
  return {
    objects: into.manifests.map(({ object, origin }) => {
      const { kind, metadata: { namespace = '', name } } = object as { kind: string; metadata: { namespace?: string; name: string } };
      return [`${kind} ${namespace}/${name}`, origin?.document, origin?.item, ...origin?.nestedItems ?? []].filter((part) => part !== undefined).join(' ');
    }),
    problems: into.problems.map(({ origin, message }) => {
      const { document, item, line, column } = origin as { document?: number; item?: number; line?: number; column?: number };
      return [[document, item].filter((part) => part !== undefined).join('.'), line === undefined ? '' : `${line}:${column}`, message].filter((part) => part !== '').join(' ');
    }),
    skipped: into.skipped.map(({ reason }) => reason),
  };
}

const service = (name: string) => `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: p}\n`;
const policy = (name: string) => `apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata:\n  name: ${name}\n  namespace: p\n`;
const configMap = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\ndata:\n  x: |\n    kind: Service\n';
const indented = (text: string) => text.replace(/\n(?=.)/g, '\n  ');

describe('objects', () => {
  test.each([
    ['several documents, with empty ones and other kinds between', `${service('a')}---\n---\n# x\n---\n${configMap}---\n${policy('b')}`, ['Service p/a 0', 'PeerAuthentication p/b 4']],
    ['a List', `apiVersion: v1\nkind: List\nitems:\n- ${indented(service('a'))}- ${indented(configMap)}- ${indented(policy('b'))}`, ['Service p/a 0 0', 'PeerAuthentication p/b 0 2']],
    ['a List whose items name each other', 'kind: List\nitems:\n- apiVersion: v1\n  kind: Service\n  metadata: &m {name: a, namespace: p}\n- apiVersion: v1\n  kind: Pod\n  metadata: *m\n', ['Service p/a 0 0', 'Pod p/a 0 1']],
    ['a List in flow style', '{kind: List, items: [{apiVersion: v1, kind: Service, metadata: {name: a, namespace: p}}]}', ['Service p/a 0 0']],
    ['a List of one kind without kinds', 'apiVersion: v1\nkind: ServiceList\nitems:\n- metadata: {name: a, namespace: p}\n', ['Service p/a 0 0']],
    ['a List of another kind', 'apiVersion: v1\nkind: ConfigMapList\nitems:\n- metadata: {name: a}\n', []],
    ['Lists in Lists', 'kind: List\nitems:\n- kind: List\n  items:\n  - {apiVersion: v1, kind: Service, metadata: {name: a, namespace: p}}\n', ['Service p/a 0 0 0']],
    ['JSON', '{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "a", "namespace": "p"}}', ['Service p/a 0']],
    ['a List in JSON', '{"kind": "List", "items": [{"apiVersion": "v1", "kind": "ConfigMap"}, {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "a", "namespace": "p"}}]}', ['Service p/a 0 1']],
    ['JSON between YAML', `${policy('a')}---\n{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "b", "namespace": "p"}}\n`, ['PeerAuthentication p/a 0', 'Service p/b 1']],
    ['the same name of another group', 'apiVersion: example.com/v1\nkind: Service\nmetadata: {name: a, namespace: p}\n', []],
    ['a kind behind an alias', 'x: &k Service\napiVersion: v1\nkind: *k\nmetadata: {name: a, namespace: p}\n', ['Service p/a 0']],
    ['a kind with escapes', '"apiVersion": "v1"\n"kind": "Servic\\x65"\n"metadata": {"name": "a", "namespace": "p"}\n', ['Service p/a 0']],
    ['a file without objects', 'replicas: 3\nimage: Service\n', []],
    ['a file that is empty', '', []],
  ])('%s', (_, text, objects) => expect(read(text)).toEqual({ objects, problems: [], skipped: [] }));

  test('know their mesh, and whether they are context', () => {
    const into = new InputCollector(() => undefined);
    readText({ file: 'a.yaml', text: service('a'), damaged: false, named: true, chartTemplate: false, mesh: 'east', context: true }, DEFAULT_CAPS, into);
    expect(into.manifests).toEqual([expect.objectContaining({ mesh: 'east', context: true, origin: { file: 'a.yaml', document: 0 } })]);
  });
});

describe('problems', () => {
  test.each([
    ['a key twice, in the second document', `${service('a')}---\n${policy('b')}  name: c\n`, ['1 10:3 the same key twice in one map; tools differ in which one counts']],
    ['a key twice in an item', `kind: List\nitems:\n- ${indented(policy('b'))}    name: c\n`, ['0 8:5 the same key twice in one map; tools differ in which one counts']],
    ['a key twice in JSON', '{"kind": "Service",\n "kind": "Service"}', ['0 2:2 the same key twice in one map; tools differ in which one counts']],
    ['no YAML', `${policy('a')}spec: [\n`, ['0 7:1 not YAML: unexpected end of the stream within a flow collection']],
    ['no object', '- a\n- b\n', ['0 expected a Kubernetes object, got a list']],
    ['text', 'hello world\n', ['0 expected a Kubernetes object, got "hello world"']],
    ['items that are no objects', 'kind: List\nitems: [1]\n', ['0 items[0]: expected a Kubernetes object, got 1']],
    ['no YAML in a document that shows no kind', 'a: [\n', ['0 2:1 not YAML: unexpected end of the stream within a flow collection']],
    ['a document over the cap', `${service('a')}x: ${'y'.repeat(4 * 1024 * 1024)}\n`, ['0 1:1 a document of 4.1 MiB, the cap is 4 MiB; raise it with --max-document-mib if the input can be trusted']],
  ])('%s', (_, text, problems) => expect(read(text).problems).toEqual(problems));

  test('bytes that are no UTF-8, where they stand', () => {
    expect(read(`${configMap}x: \uFFFD\n---\n${policy('a')}# \uFFFD\n`, { damaged: true })).toEqual({
      objects: [], problems: ['1 15:3 not UTF-8: bytes that are no character'], skipped: [],
    });
    expect(read(`${policy('a')}# \uFFFD\n`).objects).toEqual(['PeerAuthentication p/a 0']);
  });

  test('of what a folder holds besides manifests are nobody\'s fault', () => {
    expect(read('a: [\n', { named: false })).toEqual({ objects: [], problems: [], skipped: [] });
    expect(read('- a\n- Service\n', { named: false })).toEqual({ objects: [], problems: [], skipped: [] });
    expect(read('text: Service\na: [\n', { named: false })).toEqual({ objects: [], problems: [], skipped: ['unreadable'] });
    expect(read(`${policy('a')}a: [\n`, { named: false }).problems).toHaveLength(1);
  });

  test('a List of any size is read item by item', () => {
    const text = `kind: List\nitems:\n- ${indented(service('a'))}  x: ${'y'.repeat(3 * 1024 * 1024)}\n- ${indented(service('b'))}  x: ${'y'.repeat(3 * 1024 * 1024)}\n`;
    expect(read(text)).toEqual({ objects: ['Service p/a 0 0', 'Service p/b 0 1'], problems: [], skipped: [] });
  });
});

describe('templates', () => {
  const helm = policy('{{ .Release.Name }}');
  test.each([
    ['in a chart, once a file', `${helm}---\n${helm}`, { chartTemplate: true }, [], ['helm-template']],
    ['in a chart, although it is YAML', policy('"{{ .Release.Name }}"'), { chartTemplate: true }, [], ['helm-template']],
    ['a file in a chart that has nothing to fill in', policy('a'), { chartTemplate: true }, ['PeerAuthentication p/a 0'], []],
    ['elsewhere, when it is no YAML', `{{- if .x }}\n${helm}{{- end }}\n---\n${service('a')}`, {}, ['Service p/a 1'], ['template']],
    ['names that are filled in later', `${policy('"{{ name }}"')}---\n${service('a')}`, {}, ['Service p/a 1'], ['template']],
    ['variables of envsubst', `${policy('a')}spec: {mtls: {mode: "\${MODE}"}}\n`, {}, [], ['template']],
    ['names in angle brackets', policy('<your-name>'), {}, [], ['template']],
    ['arguments of containers may contain anything', `${service('a').replace('Service', 'Pod')}spec: {containers: [{args: ["{{ x }}", "\${Y}"]}]}\n`, {}, ['Pod p/a 0'], []],
  ])('%s', (_, text, input, objects, skipped) => expect(read(text, input)).toEqual({ objects, problems: [], skipped }));
});
