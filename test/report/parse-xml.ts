/** An element of an XML document without comments, namespaces or mixed content. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** A strict reader of what XML 1.0 allows here; throws on anything else. */
export function parseXml(xml: string): XmlElement {
  const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/u.exec(xml);
  if (illegal) { throw new Error(`illegal character at ${illegal.index}`); }
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!xml.startsWith(declaration)) { throw new Error('no declaration'); }
  const { element, end } = elementAt(xml, declaration.length);
  if (xml.slice(end).trim() !== '') { throw new Error('more than one root'); }
  return element;
}

function elementAt(xml: string, start: number): { element: XmlElement; end: number } {
  const tag = /<([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>/y;
  tag.lastIndex = start;
  const found = tag.exec(xml);
  if (found === null) { throw new Error(`no element at ${xml.slice(start, start + 40)}`); }
  const [, name, given, closed] = found;
  const attributes = Object.fromEntries([...given.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key, value]) => [key, unescaped(value)]));
  const children: XmlElement[] = [];
  let text = '';
  let at = tag.lastIndex;
  while (closed === '' && !xml.startsWith(`</${name}>`, at)) {
    const next = xml.indexOf('<', at);
    if (next < 0) { throw new Error(`${name} is not closed`); }
    text += unescaped(xml.slice(at, next));
    at = next;
    if (!xml.startsWith('</', at)) {
      const child = elementAt(xml, at);
      children.push(child.element);
      at = child.end;
    } else if (!xml.startsWith(`</${name}>`, at)) {
      throw new Error(`${name} is closed by ${xml.slice(at, at + 20)}`);
    }
  }
  return { element: { name, attributes, children, text }, end: closed === '' ? at + name.length + 3 : at };
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': '\'', '&#10;': '\n', '&#91;': '[' };

function unescaped(text: string): string {
  return text.replace(/&[^;]*;?/g, (entity) => {
    if (ENTITIES[entity] === undefined) { throw new Error(`unknown entity ${entity}`); }
    return ENTITIES[entity];
  });
}
