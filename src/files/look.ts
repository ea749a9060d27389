/**
 * Names of the kinds that the model reads; a List is opened. Pinned against the model by a test: a name alone says less than `isAnalysedKind`,
 * but it can be seen before anything is parsed.
 */
export const READ_KINDS: ReadonlySet<string> = new Set([
  'APIService', 'AuthorizationPolicy', 'CronJob', 'CustomResourceDefinition', 'DaemonSet', 'Deployment', 'DeploymentConfig', 'DestinationRule',
  'GRPCRoute', 'Gateway', 'HTTPRoute', 'Ingress', 'Job', 'MutatingWebhookConfiguration', 'Namespace', 'PeerAuthentication', 'Pod', 'ReplicaSet',
  'ReplicationController', 'Rollout', 'Service', 'ServiceEntry', 'Sidecar', 'StatefulSet', 'TCPRoute', 'TLSRoute', 'ValidatingWebhookConfiguration',
  'WorkloadEntry', 'WorkloadGroup',
]);

/** What can be said of a document's kind without parsing it. */
export type Look =
  /** An object of a kind that counts. */
  | { readonly sight: 'kind'; readonly kind: string }
  /** Its kind cannot be seen (flow style, quoted keys, aliases ...), but may be one that counts. */
  | { readonly sight: 'unclear' }
  /** An object of a kind that does not count. */
  | { readonly sight: 'other' }
  /** No object of any kind that counts can be in it. */
  | { readonly sight: 'none' };

/** `kind: Service` as people and tools write it: a plain key, one plain or quoted word, perhaps a comment. */
const KIND_LINE = /^( *)kind[ \t]*:[ \t]+(["']?)([A-Za-z0-9]+)\2[ \t]*(?:#.*)?\r?$/gm;
const NAME = new RegExp(`(?:\\b(?:${[...READ_KINDS].join('|')})|List)\\b`);

/** Looks at the keys that stand `indent` columns deep, where the object itself has its own. */
export function lookAt(text: string, indent = 0): Look {
  let other = false;
  for (const [, spaces, , kind] of text.matchAll(KIND_LINE)) {
    if (spaces.length !== indent) { continue; }
    if (READ_KINDS.has(kind) || isList(kind)) { return { sight: 'kind', kind }; }
    other = true;
  }
  if (other) { return { sight: 'other' }; }
  return { sight: mentionsKind(text) ? 'unclear' : 'none' };
}

const KIND_IN_JSON = new RegExp(`"kind"\\s*:\\s*"(?:${[...READ_KINDS].join('|')}|[A-Za-z]*List)"`);

export function showsKindInJson(text: string): boolean {
  return KIND_IN_JSON.test(text);
}

/** Whether the text may hold, at any depth, an object that counts: its kind's name is in it, unless letters are written as escapes. */
export function mentionsKind(text: string): boolean {
  return text.includes('\\') || namesKind(text);
}

export function namesKind(text: string): boolean {
  return NAME.test(text);
}

export function isList(kind: string): boolean {
  return kind.endsWith('List');
}
