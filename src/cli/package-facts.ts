import { readFileSync } from 'node:fs';

export interface PackageFacts {
  readonly version: string;
  readonly homepage: string;
}

/** From the package's own `package.json`. */
export function packageFacts(): PackageFacts {
  const { version, repository } = JSON.parse(readFileSync(require.resolve('cdk8s-istio-mtls/package.json'), 'utf8')) as {
    version: string;
    repository: { url: string };
  };
  return { version, homepage: repository.url.replace(/^git\+|\.git$/g, '') };
}
