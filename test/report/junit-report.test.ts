import { parseXml, XmlElement } from './parse-xml';
import { HOSTILE, MIXED, reportWith, ReportParts } from './report-with';
import { junitReport } from '../../src/report/junit-report';
import { xmlText } from '../../src/report/xml-text';

const render = (parts: ReportParts) => [...junitReport(reportWith(parts))].join('');
const cases = (parts: ReportParts) => parseXml(render(parts)).children[0].children;

test('a case a finding', () => {
  const shown = cases(MIXED).map(({ attributes: { classname, name, file, line }, children }) =>
    [classname, name, file, line, ...children.map((child) => child.name)]);
  expect(shown).toEqual([
    ['input', 'MTLS001 unreadable-input', 'bad.yaml', '3', 'failure'],
    ['PeerAuthentication production/default', 'MTLS302 overlapping-workload-policies spec.selector', 'policies/web.yaml', '3', 'failure'],
    ['PeerAuthentication production/default', 'MTLS201 selector-in-root-namespace spec', 'policies/web.yaml', '3', 'system-out'],
    ['DestinationRule reviews', 'MTLS701 old-api-version', 'rules.yaml', '3', 'system-out'],
    ['PeerAuthentication production/default', 'MTLS506 undocumented-exception', 'policies/web.yaml', '3', 'skipped'],
  ]);
  const [failure] = cases(MIXED)[1].children;
  expect(failure).toEqual({
    name: 'failure',
    attributes: { message: 'both select app=web', type: 'error' },
    children: [],
    text: 'in policies/web.yaml:3:14\nerror: both select app=web\nfix: narrow one of them\nwith DestinationRule reviews (rules.yaml:3:1)',
  });
  expect(cases(MIXED)[4].children[0].attributes).toEqual({ message: 'acknowledged: migration' });
});

test('the threshold says what is a failure', () => {
  const failures = (failOn: 'error' | 'warning' | 'info' | 'never') => parseXml(render({ ...MIXED, failOn })).attributes.failures;
  expect([failures('never'), failures('error'), failures('warning'), failures('info')]).toEqual(['0', '2', '3', '4']);
});

test('no findings are one case that passes', () => {
  expect(cases({})).toEqual([{ name: 'testcase', attributes: { classname: 'istio-mtls', name: 'no findings', time: '0' }, children: [], text: '' }]);
});

// As in the schemas of Jenkins and of Ant: no package carries one that a program could check here.
const ALLOWED: Readonly<Record<string, { attributes: readonly string[]; required: readonly string[]; children: readonly string[] }>> = {
  'testsuites': { attributes: ['name', 'tests', 'failures', 'errors', 'time'], required: [], children: ['testsuite'] },
  'testsuite': { attributes: ['name', 'tests', 'failures', 'errors', 'skipped', 'time'], required: ['name', 'tests'], children: ['testcase'] },
  'testcase': { attributes: ['classname', 'name', 'time', 'file', 'line'], required: ['name'], children: ['failure', 'skipped', 'system-out'] },
  'failure': { attributes: ['message', 'type'], required: [], children: [] },
  'skipped': { attributes: ['message'], required: [], children: [] },
  'system-out': { attributes: [], required: [], children: [] },
};

function expectAllowed({ name, attributes, children, text }: XmlElement): void {
  const { attributes: known, required, children: inside } = ALLOWED[name];
  expect(known).toEqual(expect.arrayContaining(Object.keys(attributes)));
  expect(Object.keys(attributes)).toEqual(expect.arrayContaining([...required]));
  expect(inside).toEqual(expect.arrayContaining(children.map((child) => child.name)));
  if (inside.length > 0) { expect(text.trim()).toBe(''); }
  children.forEach(expectAllowed);
}

test.each([['nothing', {}], ['all kinds', MIXED], ['hostile texts', HOSTILE]])('has only what readers of JUnit know, and counts right: %s', (_, parts) => {
  const root = parseXml(render(parts));
  expectAllowed(root);
  expect(root.name).toBe('testsuites');
  const all = root.children.flatMap((suite) => suite.children);
  for (const { attributes } of [root, ...root.children]) {
    expect([attributes.tests, attributes.failures, attributes.errors]).toEqual([
      String(all.length), String(all.filter(({ children }) => children.some(({ name }) => name === 'failure')).length), '0',
    ]);
  }
  expect(root.children[0].attributes.skipped).toBe(String(all.filter(({ children }) => children.some(({ name }) => name === 'skipped')).length));
});

test.each([
  ['<a href="x">&\'</a>]]>', '&lt;a href=&quot;x&quot;&gt;&amp;&apos;&lt;/a&gt;]]&gt;'],
  ['a\nb', 'a&#10;b'],
  ['\u0000\u001b\ud800\uffff', '\\u0000\\u001b\\ud800\\uffff'],
  ['😀', '😀'],
])('%j', (text, expected) => expect(xmlText(text)).toBe(expected));
