// Only parses, as the comparison: node parse.cjs yaml|js-yaml FILE
const { readFileSync } = require('node:fs');
const [library, file] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');
if (library === 'yaml') {
  const { LineCounter, parseAllDocuments } = require('yaml');
  const lineCounter = new LineCounter();
  parseAllDocuments(text, { lineCounter });
} else {
  require('js-yaml').loadAll(text);
}
