import { HOSTILE, MIXED, reportWith, ReportParts } from './report-with';
import { Look } from '../../src/report/report-input';
import { textReport } from '../../src/report/text-report';
import { findingWith } from '../findings/finding-with';

const render = (parts: ReportParts, look: Partial<Look> = {}) => [...textReport(reportWith(parts), { columns: 80, colors: false, ...look })].join('');

test('groups by object, the worst first', () => {
  expect(render(MIXED)).toBe(`input that cannot be read
  error   MTLS001 unreadable-input
    in   bad.yaml:3:1
         not YAML
    fix  correct it

PeerAuthentication production/default
  error   MTLS302 overlapping-workload-policies
    in   policies/web.yaml:3:14
         both select app=web
    fix  narrow one of them
    with DestinationRule reviews (rules.yaml:3:1)
  warning MTLS201 selector-in-root-namespace
    in   policies/web.yaml:3:5
         the message
    fix  the fix

DestinationRule reviews
  info    MTLS701 old-api-version
    in   rules.yaml:3:1
         old
    fix  write v1

acknowledged
  MTLS506 PeerAuthentication production/default: migration (until 2027-03-31)

skipped
  chart/templates/a.yaml: a Helm template; check what \`helm template\` renders

2 errors, 1 warning, 1 info, 1 acknowledged, 1 input skipped
`);
});

test('nothing to say', () => expect(render({})).toBe('0 errors, 0 warnings, 0 infos\n'));

test('another mesh, standard input, no place', () => {
  expect(render({ findings: [findingWith({ mesh: 'east', origin: { file: '-' } })], placeOf: () => undefined })).toContain(
    'PeerAuthentication production/default in mesh east\n  warning MTLS201 selector-in-root-namespace\n    in   standard input\n         the message\n',
  );
  expect(render({ findings: [findingWith()] })).not.toContain(' in  ');
});

test.each([40, 80, 160])('keeps to %d columns, but never breaks a name', (columns) => {
  const long = 'b'.repeat(columns + 20);
  const message = `${'word '.repeat(60)}${long} ${'more words '.repeat(20)}`.trim();
  const lines = render({ findings: [findingWith({ message, fix: message, origin: { file: 'a.yaml' } })] }, { columns }).split('\n');
  expect(lines.filter((line) => line.length > columns && !line.includes('MTLS201')).map((line) => line.trim())).toEqual([long, long]);
  expect(Math.max(...lines.filter((line) => line.includes('word word')).map((line) => line.length))).toBeGreaterThan(columns - 5);
  expect(lines.filter((line) => line.startsWith('         ')).join(' ').replace(/\s+/g, ' ')).toContain(message.slice(-60));
});

test('colours only where they are wanted', () => {
  const colored = render(MIXED, { colors: true });
  expect(colored).toContain('\u001b[31merror  \u001b[39m \u001b[1mMTLS302\u001b[22m overlapping-workload-policies\n');
  expect(colored).toContain('\u001b[33mwarning\u001b[39m');
  expect(colored).toContain('\u001b[36minfo   \u001b[39m');
  expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(render(MIXED));
});

test('control characters are shown, and no line is a command', () => {
  const text = render(HOSTILE, { columns: 40 });
  expect(text.replace(/\n/g, '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
  expect(text).not.toMatch(/^\s*::/m);
  expect(text).not.toContain('##[');
  expect(text).toContain('\\u001b[2J');
});

test('many others are counted', () => {
  const related = Array.from({ length: 12 }, (_, index) => ({ ...findingWith().object, name: `p${index}`, origin: { file: 'a.yaml' } }));
  expect(render({ findings: [findingWith({ related })] })).toContain('    with PeerAuthentication production/p9 (a.yaml:3:1)\n    with 2 more\n');
});

test('many skipped inputs are counted', () => {
  const skipped = Array.from({ length: 13 }, (_, index) => ({ file: `f${index}.yaml`, reason: 'template', message: 'm' }));
  expect(render({ skipped })).toContain('  f9.yaml: m\n  and 3 inputs more; --format json names all\n\n0 errors, 0 warnings, 0 infos, 13 inputs skipped\n');
});
