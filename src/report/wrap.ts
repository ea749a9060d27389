/** Lines of at most `columns` characters, the first behind `head`, the others below it. Words that are longer stay whole: they are names to be copied. */
export function wrapped(text: string, columns: number, head: string): string[] {
  const indent = ' '.repeat(head.length);
  const [first, ...words] = text.split(' ');
  const lines: string[] = [];
  let line = head + first;
  for (const word of words) {
    if (line.length + 1 + word.length <= columns) {
      line += ` ${word}`;
    } else {
      lines.push(line);
      line = indent + word;
    }
  }
  return [...lines, line];
}
