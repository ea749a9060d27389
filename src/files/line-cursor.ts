/** Line numbers of offsets that are asked for in ascending order, without walking the text twice. */
export class LineCursor {
  private offset = 0;
  private line = 1;

  constructor(private readonly text: string) {}

  /** Starts at 1. YAML breaks lines at CR LF, LF and CR. */
  lineAt(offset: number): number {
    const lineBreak = /\r\n|[\n\r]/g;
    lineBreak.lastIndex = this.offset;
    for (let found = lineBreak.exec(this.text); found !== null && lineBreak.lastIndex <= offset; found = lineBreak.exec(this.text)) {
      this.line += 1;
      this.offset = lineBreak.lastIndex;
    }
    return this.line;
  }
}
