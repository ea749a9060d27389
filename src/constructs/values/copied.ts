/** A list of the caller's, so that later changes do not reach us. What is no list stays as it is, for admission to refuse: a text would fall apart into letters. */
export function copied<T>(list: readonly T[] | undefined): T[] | undefined {
  return Array.isArray(list) ? [...list] : list as T[] | undefined;
}
