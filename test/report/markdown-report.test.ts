import { HOSTILE, MIXED, reportWith, ReportParts } from './report-with';
import { markdownReport } from '../../src/report/markdown-report';
import { markdownText } from '../../src/report/markdown-text';
import { findingWith } from '../findings/finding-with';

const render = (parts: ReportParts) => markdownReport(reportWith(parts)).join('');

test('a table', () => {
  expect(render(MIXED)).toBe(`### istio-mtls: 2 errors, 1 warning, 1 info, 1 acknowledged, 1 input skipped

| | check | object | what, and what to do |
|---|---|---|---|
| error | MTLS001<br>unreadable-input | bad.yaml:3:1 | not YAML<br>**fix:** correct it |
| error | MTLS302<br>overlapping-workload-policies | PeerAuthentication production/default<br>policies/web.yaml:3:14 | both select app=web<br>**fix:** narrow one of them<br>with DestinationRule reviews (rules.yaml:3:1) |
| warning | MTLS201<br>selector-in-root-namespace | PeerAuthentication production/default<br>policies/web.yaml:3:5 | the message<br>**fix:** the fix |
| info | MTLS701<br>old-api-version | DestinationRule reviews<br>rules.yaml:3:1 | old<br>**fix:** write v1 |

| acknowledged | object | reason |
|---|---|---|
| MTLS506 | PeerAuthentication production/default | migration (until 2027-03-31) |
`);
});

test('nothing to say', () => expect(render({})).toBe('### istio-mtls: 0 errors, 0 warnings, 0 infos\n'));

test.each([
  ['a|b', 'a&#124;b'],
  ['<script>&', '&lt;script&gt;&amp;'],
  ['@team #12 !x', '&#64;team \\#12 \\!x'],
  ['[a](b) *c* _d_ `e` ~f~ $g$ \\', '\\[a\\](b) \\*c\\* \\_d\\_ \\`e\\` \\~f\\~ \\$g\\$ \\\\'],
  ['a\nb\u001b', 'a\\\\u000ab\\\\u001b'],
])('%j means itself', (text, expected) => expect(markdownText(text)).toBe(expected));

test('hostile texts keep to their cells', () => {
  const rows = render(HOSTILE).split('\n').filter((line) => line.startsWith('|'));
  expect(rows.map((row) => row.match(/\|/g)!.length)).toEqual([5, 5, 5, 4, 4, 4]);
  expect(render(HOSTILE)).not.toMatch(/@|<script|\u001b/);
});

test('fits into a comment of GitHub', () => {
  const findings = Array.from({ length: 2000 }, (_, index) => findingWith({ message: `message ${index} `.repeat(20) }));
  const text = render({ findings });
  expect(text.length).toBeLessThan(65_536);
  expect(text).toMatch(/\nand \d+ more, which the other formats have\n$/);
});
