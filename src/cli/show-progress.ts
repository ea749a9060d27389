export interface Progress {
  readonly onFile: ((done: number, total: number) => void) | undefined;
  /** Takes the line away. */
  end(): void;
}

const FIRST_AFTER_MS = 1000;
const NEXT_AFTER_MS = 200;
const CLEAR_LINE = '\r\u001b[K';

/** A line on the terminal while many files are read; nothing in a pipe or a log. */
export function showProgress(): Progress {
  if (!process.stderr.isTTY) { return { onFile: undefined, end: () => undefined }; }
  let shown = false;
  let due = performance.now() + FIRST_AFTER_MS;
  return {
    onFile: (done, total) => {
      if (performance.now() < due) { return; }
      shown = true;
      due = performance.now() + NEXT_AFTER_MS;
      process.stderr.write(`${CLEAR_LINE}read ${done} of ${total} files`);
    },
    end: () => { if (shown) { process.stderr.write(CLEAR_LINE); } },
  };
}
