import { lookOf } from '../../src/cli/look-of';

const { isTTY, columns } = process.stdout;
const environment = { ...process.env };

function look(terminal: boolean, width: number | undefined, env: Readonly<Record<string, string>> = {}, toStdout = true) {
  Object.assign(process.stdout, { isTTY: terminal, columns: width });
  process.env = { ...env };
  return lookOf(toStdout);
}

afterEach(() => {
  Object.assign(process.stdout, { isTTY, columns });
  process.env = environment;
});

test.each([
  ['a terminal', true, 120, {}, true, { columns: 120, colors: true }],
  ['a narrow terminal', true, 20, {}, true, { columns: 40, colors: true }],
  ['a very wide terminal', true, 400, {}, true, { columns: 160, colors: true }],
  ['NO_COLOR', true, 100, { NO_COLOR: '1' }, true, { columns: 100, colors: false }],
  ['an empty NO_COLOR', true, 100, { NO_COLOR: '' }, true, { columns: 100, colors: true }],
  ['a dumb terminal', true, 100, { TERM: 'dumb' }, true, { columns: 100, colors: false }],
  ['a pipe', false, undefined, {}, true, { columns: 80, colors: false }],
  ['a file', true, 120, {}, false, { columns: 80, colors: false }],
])('%s', (_, terminal, width, env, toStdout, expected) => expect(look(terminal, width, env, toStdout)).toEqual(expected));
