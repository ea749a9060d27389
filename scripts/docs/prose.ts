/** The words of a check as a sentence: checks write them without a full stop where they join others in one line. */
export function sentence(text: string): string {
  const opened = /^[a-z]+(?=[\s,])/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return /[.:?]$/.test(opened) ? opened : `${opened}.`;
}

export function yamlBlock(yaml: string): string {
  return `\`\`\`yaml\n${yaml.trim()}\n\`\`\``;
}

/** A cell of a Markdown table. */
export function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\s*\n\s*/g, ' ');
}
