export interface Naming {
  /** Where the `@` stands. */
  from: number;
  /** What is typed after it. */
  query: string;
}

/** The name that is being typed at the caret, if one is: an `@` at the beginning of a word and up to 30 characters. */
export function namingAt(text: string, caret: number): Naming | null {
  const from = text.lastIndexOf('@', caret - 1);
  if (from < 0 || caret - from > 31 || /\S/.test(text[from - 1] ?? ' ')) return null;
  const query = text.slice(from + 1, caret);
  return /\n/.test(query) || query.startsWith(' ') ? null : { from, query };
}

/** People whose name, or a part of it, begins with what is typed. */
export function matching<P extends { name: string }>(people: readonly P[], query: string): P[] {
  const typed = query.toLowerCase();
  return people.filter(({ name }) => [name, ...name.split(' ')].some((part) => part.toLowerCase().startsWith(typed))).slice(0, 6);
}
