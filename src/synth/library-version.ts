import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Manifest {
  readonly name?: string;
  readonly version?: string;
}

/** The version in the package.json above this file, wherever the compiler put it. */
export function libraryVersion(from: string = __dirname): string {
  try {
    const { name, version } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as Manifest;
    if (name === 'cdk8s-istio-mtls' && version !== undefined) return version;
  } catch {
    // no package.json in this folder: look above
  }
  return dirname(from) === from ? '0.0.0' : libraryVersion(dirname(from));
}
