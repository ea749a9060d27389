/** Marks of Helm, Jinja, ERB and envsubst, and of `<your-namespace>`. No name, label, host or mode of Kubernetes contains one. */
const PLACEHOLDER = /\{\{|\{%|<%|\$[({A-Za-z_]|<[A-Za-z]/;
const TEMPLATE_MARKS = /\{\{|\{%|<%/;
const ISTIO_GROUP = /^(?:security|networking)\.istio\.io\//;

/** Whether a text that is not YAML is so because a template engine has not seen it yet. */
export function looksLikeTemplate(text: string): boolean {
  return TEMPLATE_MARKS.test(text);
}

/** Whether anything in a text can be a placeholder: asked once, before its objects are looked through. */
export function mentionsPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text);
}

/** Whether an engine fills in this object later: then nothing can be said of it now. Scripts and arguments may contain anything. */
export function hasPlaceholder(object: Readonly<Record<string, unknown>>): boolean {
  const { apiVersion, metadata, spec } = object;
  const { name, namespace, labels } = isObject(metadata) ? metadata : {} as Record<string, unknown>;
  const ours = typeof apiVersion === 'string' && ISTIO_GROUP.test(apiVersion);
  return [apiVersion, name, namespace, labels, ...ours ? [spec] : []].some(anyText);
}

function anyText(value: unknown): boolean {
  if (typeof value === 'string') { return PLACEHOLDER.test(value); }
  return isObject(value) && Object.entries(value).some(([key, child]) => anyText(key) || anyText(child));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
