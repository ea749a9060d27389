import fc from 'fast-check';
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, Node, parseDocument, stringify } from 'yaml';
import { ODD_DOCUMENTS } from './odd-documents';
import { DEFAULT_CAPS } from '../../src/files/caps';
import { Field, locate } from '../../src/files/places/locate';
import { keyPath } from '../../src/istio/admission/field-path';
import { Origin } from '../../src/istio/model/manifest';

const at = (text: string, path: string, origin: Origin = {}) => {
  const field: Field = { origin: { file: 'a.yaml', document: 0, ...origin }, path };
  return locate([field], (file) => file === 'a.yaml' ? text : undefined, DEFAULT_CAPS).get(field);
};

const POLICY = `# who may talk plaintext
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: legacy
  annotations: {"a.b/c": x, plain: y}
spec:
  selector: &selector
    matchLabels:
      app: legacy
  mtls:
    mode: STRICT
  portLevelMtls:
    8081:
      mode: DISABLE
    "9090": {mode: PERMISSIVE}
`;

describe('of a field', () => {
  test.each([
    ['', 3, 1],
    ['kind', 4, 1],
    ['metadata.annotations["a.b/c"]', 7, 17],
    ['metadata.annotations.plain', 7, 29],
    ['spec.selector.matchLabels.app', 11, 7],
    ['spec.portLevelMtls.8081.mode', 16, 7],
    ['spec.portLevelMtls.9090.mode', 17, 14],
    ['spec.mtls.nothing.here', 12, 3],
    ['status', 3, 1],
  ])('%s', (path, line, column) => expect(at(POLICY, path)).toEqual({ line, column }));

  const RULE = `spec:
  subsets:
  - name: v1
    trafficPolicy: &tls
      tls: {mode: DISABLE}
  - name: v2
    trafficPolicy: *tls
  -
    name: v3
    trafficPolicy:
      <<: *tls
      portLevelSettings: [{port: {number: 80}}, {port: {number: 81}}]
  - - nested
    - items
`;
  test.each([
    ['spec.subsets[0]', 3, 5],
    ['spec.subsets[1].name', 6, 5],
    ['spec.subsets[1].trafficPolicy.tls.mode', 5, 13],
    ['spec.subsets[2].name', 9, 5],
    ['spec.subsets[2].trafficPolicy.tls', 5, 7],
    ['spec.subsets[2].trafficPolicy.portLevelSettings[1].port.number', 12, 57],
    ['spec.subsets[3][1]', 14, 7],
    ['spec.subsets[9].name', 2, 3],
  ])('%s', (path, line, column) => expect(at(RULE, path)).toEqual({ line, column }));

  test('in the second document, after Windows line ends', () => {
    expect(at('a: 1\r\n---\r\nb:\r\n  c: 2\r\n', 'b.c', { document: 1 })).toEqual({ line: 4, column: 3 });
  });
});

describe('of an item of a List', () => {
  const yaml = 'apiVersion: v1\nitems:\n- kind: A\n  spec: {a: 1}\n# comment\n- kind: B\n  spec:\n    b: 2\nkind: List\n';
  test.each([
    ['YAML', yaml, { item: 1 }, 'spec.b', 8, 5],
    ['YAML, the object', yaml, { item: 1 }, '', 6, 3],
    ['YAML, indented', yaml.replace(/^(?=[-# ])/gm, '    '), { item: 1 }, 'spec.b', 8, 9],
    ['YAML with an anchor of another item', yaml.replace('{a: 1}', '&s {a: 1}').replace('spec:\n    b: 2', 'spec: *s'), { item: 1 }, 'spec.a', 4, 13],
    ['JSON', '{"kind": "List", "items": [\n  {"kind": "A"},\n  {"kind": "B", "spec": {"b": "}"}}\n]}', { item: 1 }, 'spec.b', 3, 26],
    ['JSON on one line', '{"items":[{"a":"{["},{"spec":{"b":1}}],"kind":"List"}', { item: 1 }, 'spec.b', 1, 31],
    ['a List in a List', 'kind: List\nitems:\n- kind: List\n  items:\n  - {a: 1}\n  - {spec: {b: 2}}\n', { item: 0, nestedItems: [1] }, 'spec.b', 6, 13],
  ])('%s', (_, text, origin, path, line, column) => expect(at(text, path, origin)).toEqual({ line, column }));
});

test('nothing is known of a file that is gone, and no place is an error', () => {
  const gone: Field = { origin: { file: 'gone.yaml', document: 0 }, path: '' };
  expect(locate([gone], () => undefined, DEFAULT_CAPS).size).toBe(0);
  expect(at('a: [', 'a', {})).toEqual({ line: 1, column: 1 });
  expect(at('a: 1', 'a', { document: 7 })).toBeUndefined();
});

/** Every field of a document with its place, as `yaml` sees it. */
function reference(text: string): { readonly path: string; readonly line: number; readonly column: number }[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent' });
  const found: { path: string; line: number; column: number }[] = [];
  const visit = (node: unknown, path: string): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key)) { continue; }
        add(key, keyPath(path, String(key.value)));
        visit(value, keyPath(path, String(key.value)));
      }
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => {
        if (isNode(item) && !isAlias(item)) { add(start(item), `${path}[${index}]`); }
        visit(item, `${path}[${index}]`);
      });
    }
  };
  const start = (node: Node): Node => isMap(node) && !node.flow && isNode(node.items[0]?.key) ? node.items[0].key : node;
  const add = (node: Node, path: string) => {
    const { line, col } = lines.linePos(node.range![0]);
    found.push({ path, line, column: col });
  };
  visit(document.contents, '');
  return found;
}

describe('the places of yaml', () => {
  const plain = ODD_DOCUMENTS.filter(([name]) => !/merge|tags|mark$|empty|compact|flow|JSON/.test(name));
  test.each(plain)('%s', (_, text) => {
    for (const { path, line, column } of reference(text)) { expect({ path, ...at(text, path) }).toEqual({ path, line, column }); }
  });

  const value = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.oneof(fc.string(), fc.constantFrom('x', 'one\ntwo\n', '# x', 'a: b', ' y'), fc.integer(), fc.boolean()),
      fc.array(tie('value'), { minLength: 1, maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('8080', 'a.b/c', 'x')), tie('value'), { minKeys: 1, maxKeys: 4 }),
    ),
  })).value;

  test('of anything that yaml writes, in any style', () => {
    let compared = 0;
    fc.assert(fc.property(value, fc.constantFrom('any' as const, 'block' as const, 'flow' as const), fc.boolean(), (root, collectionStyle, indentSeq) => {
      const text = stringify({ root }, { collectionStyle, indentSeq, aliasDuplicateObjects: false });
      const wanted = reference(text).filter(({ path }) => !path.includes('["__proto__"]'));
      const fields = wanted.map(({ path }): Field => ({ origin: { file: 'a.yaml', document: 0 }, path }));
      const places = locate(fields, () => text, DEFAULT_CAPS);
      compared += wanted.length;
      expect(fields.map((field) => ({ text, path: field.path, ...places.get(field) }))).toEqual(wanted.map((place) => ({ text, ...place })));
    }), { numRuns: 1000 });
    expect(compared).toBeGreaterThan(3000);
  });
});
