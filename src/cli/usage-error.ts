/** The command cannot do what was asked of it: wrong options, or a path that cannot be read. Exit code 2, one line, no trace. */
export class UsageError extends Error {}
