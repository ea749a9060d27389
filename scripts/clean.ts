// jsii does not clean its output: a file whose source is gone would be packed again.
import { rmSync } from 'node:fs';
import { join } from 'node:path';

for (const output of ['lib', '.jsii', '.warnings.jsii.js']) {
  rmSync(join(__dirname, '..', output), { recursive: true, force: true });
}
