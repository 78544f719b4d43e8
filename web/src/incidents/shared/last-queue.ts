let search = '';

/** Remembers how the queue was narrowed, so that "back to the queue" leads to the same list. */
export function rememberQueue(params: URLSearchParams): void {
  search = params.toString();
}

/** Where the queue was left. */
export function lastQueue(): string {
  return search ? `/queue?${search}` : '/queue';
}
