import { jsonText } from './json-text';

/** A list inside a JSON document of two spaces a level, item by item: `head` ends with `[`, and `]` is left to what follows. */
export function* jsonList(items: Iterable<unknown>, level: number): Generator<string> {
  const indent = '  '.repeat(level);
  let separator = '\n';
  for (const item of items) {
    yield `${separator}${indent}${jsonText(item).replace(/\n/g, `\n${indent}`)}`;
    separator = ',\n';
  }
  if (separator !== '\n') { yield `\n${'  '.repeat(level - 1)}`; }
}

export function* mapped<From, To>(items: Iterable<From>, change: (item: From) => To): Generator<To> {
  for (const item of items) { yield change(item); }
}
