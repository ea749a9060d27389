import { Node } from './node';
import { isAbsent } from '../../admission/fields';
import { shown } from '../../admission/shown';
import { frozenList } from '../frozen';

/** A text. A number or boolean is meant as one, though Kubernetes refuses it. */
export function readText(node: Node, key: string): string | undefined {
  const value = node.fields[key];
  if (typeof value === 'string') return value;
  return isAbsent(value) ? undefined : unusualText(node, key, value);
}

/** One of the words; absent gives `undefined`, another value is a problem and gives `undefined` too. */
export function readWord<T extends string>(node: Node, key: string, words: readonly T[]): T | undefined {
  const value = node.fields[key];
  if (isAbsent(value)) return undefined;
  if (words.includes(value as T)) return value as T;
  node.problem(key, `expected one of ${words.join(', ')}, got ${shown(value)}`);
  return undefined;
}

/** True or false; anything else is false. */
export function readFlag(node: Node, key: string): boolean {
  const value = node.fields[key];
  if (typeof value === 'boolean') return value;
  if (!isAbsent(value)) node.problem(key, `expected true or false, got ${shown(value)}`);
  return false;
}

/** A port number. A quoted one is meant as a number, though Kubernetes refuses it. */
export function readPort(node: Node, key: string): number | undefined {
  const value = node.fields[key];
  if (typeof value === 'number' && isPort(value)) return value;
  if (isAbsent(value)) return undefined;
  const number = portOf(value);
  node.problem(key, `expected a port from 1 to 65535, got ${shown(value)}${number === undefined ? '' : '; remove the quotes'}`);
  return number;
}

/** A text of digits as a port number. */
export function portOf(text: unknown): number | undefined {
  if (typeof text !== 'string' || !/^[1-9]\d{0,4}$/.test(text)) return undefined;
  return isPort(Number(text)) ? Number(text) : undefined;
}

/** The texts of a list; others are left out. */
export function readTexts(node: Node, key: string): readonly string[] {
  const texts: string[] = [];
  node.list(key).forEach((value, index) => {
    const text = typeof value === 'string' ? value : isAbsent(value) ? undefined : unusualText(node, key, value, index);
    if (text !== undefined) texts.push(text);
  });
  return frozenList(texts);
}

function unusualText(node: Node, key: string, value: unknown, index?: number): string | undefined {
  node.problem(key, `expected a text, got ${shown(value)}; quote it`, index);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function isPort(number: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= 65535;
}
