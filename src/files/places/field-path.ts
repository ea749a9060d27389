/** The steps of a finding's path: `spec.ports[0].port`, `metadata.annotations["a.b/c"]`. */
export function stepsOf(path: string): (string | number)[] {
  const steps: (string | number)[] = [];
  for (const [, index, quoted, plain] of path.matchAll(/\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|([^.[\]]+)/g)) {
    steps.push(index !== undefined ? Number(index) : plain ?? JSON.parse(quoted) as string);
  }
  return steps;
}
