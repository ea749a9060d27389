// Evaluates CEL rules outside jest, which cannot load an ESM-only package.
// stdin: [{ rules: [string], self }], stdout: [boolean]; a rule that fails to evaluate refuses, as in the API server.
import { Environment } from '@marcbachmann/cel-js';

const environment = new Environment().registerVariable('self', 'dyn');
const parsed = new Map();

function holds(rule, self) {
  if (!parsed.has(rule)) parsed.set(rule, environment.parse(rule));
  try {
    return parsed.get(rule)({ self }) === true;
  } catch {
    return false;
  }
}

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const questions = JSON.parse(Buffer.concat(chunks).toString('utf8'));
process.stdout.write(JSON.stringify(questions.map(({ rules, self }) => rules.every(rule => holds(rule, self)))));
