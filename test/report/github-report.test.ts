import { HOSTILE, MIXED, reportWith, ReportParts } from './report-with';
import { githubReport } from '../../src/report/github-report';
import { findingWith } from '../findings/finding-with';

const render = (parts: ReportParts) => [...githubReport(reportWith(parts))].join('');

test('one annotation a finding', () => {
  expect(render(MIXED)).toBe([
    '::error file=bad.yaml,line=3,col=1,title=MTLS001 unreadable-input::not YAML%0Afix: correct it',
    '::error file=policies/web.yaml,line=3,col=14,title=MTLS302 overlapping-workload-policies::'
      + 'PeerAuthentication production/default: both select app=web%0Afix: narrow one of them%0Awith DestinationRule reviews (rules.yaml:3:1)',
    '::warning file=policies/web.yaml,line=3,col=5,title=MTLS201 selector-in-root-namespace::PeerAuthentication production/default: the message%0Afix: the fix',
    '::notice file=rules.yaml,line=3,col=1,title=MTLS701 old-api-version::DestinationRule reviews: old%0Afix: write v1',
    '2 errors, 1 warning, 1 info, 1 acknowledged, 1 input skipped',
    '',
  ].join('\n'));
});

test('without a file the annotation belongs to the run', () => {
  expect(render({ findings: [findingWith({ mesh: 'east' })] })).toContain('::warning title=MTLS201 selector-in-root-namespace::PeerAuthentication production/default in mesh east: the message');
});

/** How the runner reads a line: ActionCommand.TryParseV2. */
function parsed(line: string) {
  const [, command, properties, data] = /^::(\w+) (.*?)::(.*)$/.exec(line)!;
  const unescaped = (text: string) => text.replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%25/g, '%');
  return { command, data: unescaped(data), ...Object.fromEntries(properties.split(',').map((pair) => pair.split('=', 2)).map(([key, value]) => [key, unescaped(value)])) };
}

test('hostile texts stay inside their annotation', () => {
  const lines = render(HOSTILE).trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  expect(parsed(lines[0])).toMatchObject({ command: 'error', file: HOSTILE.findings![0].origin.file, title: 'MTLS201 selector-in-root-namespace' });
  expect(parsed(lines[0]).data.split('\n')[1]).toBe('fix: ::set-output name=a::b ##[error] #1 --> ]]>');
  expect(lines[1]).toBe('1 error, 0 warnings, 0 infos, 1 acknowledged, 1 input skipped');
});
