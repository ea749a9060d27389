/** Thrown where a document leaves the plain part of YAML: then it is read by the whole reader. One for all, since it carries nothing. */
export const UNUSUAL: unknown = Object.freeze({ unusual: true });
