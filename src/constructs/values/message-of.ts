/** What an action throws, as cdk8s wants problems: a list of texts. */
export function messageOf(action: () => void): readonly string[] {
  try {
    action();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
