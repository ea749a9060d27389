import { load, LoadOptions, Schema, YAMLException } from 'js-yaml';
import { capMessage, Caps } from './caps';
import { excessOf } from './excess';
import { Fault, Parsed } from './fault';
import { parsePlain } from './plain/parse-plain';
import { CORE, CORE_1_1 } from './yaml-schema';

/** One document as a plain value. Never throws, whatever the text is. */
export function parseYaml(text: string, caps: Caps): Parsed {
  const read = parsePlain(text) ?? parseWhole(text, caps);
  if (read.fault !== undefined) { return read; }
  const excess = excessOf(read.value, text, caps);
  return excess === undefined ? read : { fault: { message: excess, line: 1, column: 1 } };
}

function parseWhole(text: string, caps: Caps): Parsed {
  try {
    // An empty text is an empty document.
    return { value: load(text, yamlOptions(text, caps)) ?? null };
  } catch (error) {
    return { fault: faultOf(error, caps) };
  }
}

/** What js-yaml shall hold against this text; the typings do not know all of it. */
export function yamlOptions(text: string, caps: Caps): LoadOptions {
  const options: LoadOptions & { maxDepth: number; maxTotalMergeKeys: number } = {
    schema: schemaFor(text),
    // js-yaml counts the scalar inside the innermost collection too, and the key that it might be.
    maxDepth: caps.depth + 2,
    maxTotalMergeKeys: caps.aliasNodes,
  };
  return options;
}

function schemaFor(text: string): Schema {
  return text.includes('%YAML') && /^\uFEFF?%YAML[ \t]+1\.1\s/m.test(text) ? CORE_1_1 : CORE;
}

function faultOf(error: unknown, caps: Caps): Fault {
  if (error instanceof RangeError) { return { message: tooDeep(caps), line: 1, column: 1 }; }
  if (!(error instanceof YAMLException)) { return { message: `not YAML: ${(error as Error).message}`, line: 1, column: 1 }; }
  const { line = 0, column = 0 } = error.mark ?? {};
  return { message: messageOf(error.reason, caps), line: line + 1, column: column + 1 };
}

function messageOf(reason: string, caps: Caps): string {
  if (reason.startsWith('nesting exceeded')) { return tooDeep(caps); }
  if (reason.startsWith('merge keys exceeded') || reason.startsWith('abnormal merge')) { return capMessage('aliasNodes', caps, 'merge keys blow the document up'); }
  return reason === 'duplicated mapping key' ? 'the same key twice in one map; tools differ in which one counts' : `not YAML: ${reason}`;
}

function tooDeep(caps: Caps): string {
  return capMessage('depth', caps, 'nested too deep');
}
