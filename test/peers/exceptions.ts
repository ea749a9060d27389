/** Cases in which the other tool is wrong or outdated, beside the classes of `outdated.ts`: at most 5 % of all, each with the rule that shows it. */
export const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
]);
