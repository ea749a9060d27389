import { CheckTable, checkTable, expectFindings, ExpectedFinding, shortages } from './check-table';
import { Check } from '../../../src/checks/check';

const service = (name: string, namespace = 'production') => `
apiVersion: v1
kind: Service
metadata:
  name: ${name}
  namespace: ${namespace}
`;

/** Says that Services called `bad` clash with all others. */
const badName: Check = {
  id: 'MTLS508',
  name: 'bad-name',
  why: 'w',
  sources: ['s'],
  severity: 's',
  fix: 'f',
  peers: [],
  bad: { yaml: service('bad') },
  good: { yaml: service('good') },
  check: ({ mesh, today }) => mesh.services.filter(({ name }) => name === 'bad').map((resource) => ({
    severity: mesh.profile.complete ? 'error' : 'warning',
    resource,
    path: 'metadata.name',
    message: `name is bad on ${today ?? 'any day'}`,
    fix: 'rename it',
    related: mesh.services.filter((other) => other !== resource),
  })),
};

const expected: ExpectedFinding = { severity: 'error', object: 'Service production/bad', path: 'metadata.name' };
const complete = { complete: true };

checkTable(badName, {
  valid: [{ name: 'one', yaml: service('one') }, { name: 'two', yaml: service('two') }, { name: 'nothing', yaml: '' }],
  invalid: [
    { name: 'by name', yaml: service('bad'), profile: complete, findings: [expected] },
    { name: 'with words and a day', yaml: service('bad'), profile: complete, today: '2026-11-21', findings: [{ ...expected, message: '2026-11-21', fix: 'rename' }] },
    {
      name: 'several, in any order',
      yaml: `${service('bad', 'b')}---${service('bad', 'a')}`,
      profile: complete,
      findings: [
        { ...expected, object: 'Service b/bad', related: ['Service a/bad'] },
        { ...expected, object: 'Service a/bad', related: ['Service b/bad'] },
      ],
    },
  ],
  partial: [{ name: 'lowered', yaml: service('bad'), findings: [{ ...expected, severity: 'warning' }] }, { name: 'silent', yaml: service('good') }],
  twoMeshes: [{ name: 'two good ones', meshes: [service('one'), service('two')] }],
  falsePositives: [{ name: 'a Service called badger', yaml: service('badger') }],
});

describe('what the table does not let pass', () => {
  const example = { yaml: service('bad'), profile: complete };
  const wrong: [string, ExpectedFinding[], Check?][] = [
    ['a finding too many', []],
    ['a finding too few', [expected, expected]],
    ['another severity', [{ ...expected, severity: 'warning' }]],
    ['another object', [{ ...expected, object: 'Service staging/bad' }]],
    ['another path', [{ ...expected, path: 'metadata' }]],
    ['other words', [{ ...expected, message: 'good' }]],
    ['another fix', [{ ...expected, fix: 'delete' }]],
    ['other related objects', [{ ...expected, related: ['Service production/bad'] }]],
    ['words against the style', [expected], { ...badName, check: (context) => [...badName.check(context)].map((one) => ({ ...one, message: 'Name.' })) }],
  ];
  test.each(wrong)('%s', (_, findings, check = badName) => {
    expect(() => expectFindings(check, example, findings)).toThrow();
  });

  test('a table that lacks cases', () => {
    const empty: CheckTable = { valid: [], invalid: [{ name: 'says nothing', yaml: '', findings: [] }], partial: [], twoMeshes: [], falsePositives: [] };
    expect(shortages(empty)).toEqual([
      'valid has fewer than 3', 'invalid has fewer than 3', 'partial has fewer than 1', 'twoMeshes has fewer than 1', 'falsePositives has fewer than 1',
      "invalid case 'says nothing' expects no finding",
    ]);
  });
});
