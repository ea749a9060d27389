import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CheckDescription } from '../../src/checks/check';
import { CHECKS, DESCRIPTIONS, descriptionOf, isAcknowledgeable } from '../../src/checks/registry';

const FOLDER = join(__dirname, '../../src/checks');
const files = readdirSync(FOLDER).filter((file) => /^mtls\d/.test(file)).sort();

test('every file is registered, in the order of the ids, and called after its id and name', () => {
  expect(DESCRIPTIONS.map(({ id, name }) => `${id.toLowerCase()}-${name}.ts`)).toEqual(files);
});

test.each(files)('%s exports its check under its name', (file) => {
  const name = file.slice('mtls000-'.length, -'.ts'.length);
  const camelCase = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const exported = jest.requireActual<Record<string, CheckDescription>>(join(FOLDER, file));
  expect(exported[camelCase]?.name).toBe(name);
  expect(DESCRIPTIONS).toContain(exported[camelCase]);
});

describe.each(DESCRIPTIONS.map((description) => [description.id, description] as const))('%s', (_, description) => {
  test('has an id and a name of the right form', () => {
    expect(description.id).toMatch(/^MTLS\d{3}$/);
    expect(description.name).toMatch(/^[a-z]+(-[a-z]+)+$/);
  });

  test.each(['why', 'severity', 'fix'] as const)('says %s in one line', (field) => {
    expect(description[field]).toMatch(/^\S.*\S$/);
  });

  test('names its sources, and peers by their codes', () => {
    expect(description.sources).not.toEqual([]);
    expect(description.sources.filter((source) => source.trim() === '')).toEqual([]);
    expect(description.peers.filter((peer) => !/^\S+$/.test(peer))).toEqual([]);
    expect(new Set(description.peers).size).toBe(description.peers.length);
  });
});

test('only what makes a report unreliable cannot be acknowledged', () => {
  expect(DESCRIPTIONS.map(({ id }) => id).filter((id) => !isAcknowledgeable(id))).toEqual(['MTLS001', 'MTLS002']);
});

test('a description is found by its id', () => {
  expect(descriptionOf('MTLS003')?.name).toBe('unused-acknowledgement');
  expect(descriptionOf('MTLS999')).toBeUndefined();
  expect(CHECKS.map(({ id }) => descriptionOf(id))).toEqual(CHECKS);
});
