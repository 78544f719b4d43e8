/** One state of a list on screen. */
export interface Shown {
  ids: readonly string[];
  /** Versions of the rows, to see which of them changed. */
  versions: ReadonlyMap<string, number>;
  /** Nothing lies below this page. */
  complete: boolean;
}

export interface Arrivals {
  /** Rows that were not there before and did not merely move up into the page. */
  arrived: string[];
  /** Rows that were there and changed meanwhile. */
  changed: string[];
}

/**
 * Compares two states of the same list.
 * @param seen ids that this list showed before, so that a row which leaves and returns is not announced as new
 */
export function compareLists(before: Shown, now: Shown, seen: ReadonlySet<string>): Arrivals {
  const known = new Set(before.ids);
  const lastKnown = now.ids.findLastIndex((id) => known.has(id));
  const arrived = now.ids.filter((id, index) => {
    if (known.has(id) || seen.has(id)) return false;
    // A row below all known ones on a cut-off page was there already, out of sight.
    return before.complete || index < lastKnown;
  });
  const changed = now.ids.filter((id) => known.has(id) && before.versions.get(id) !== now.versions.get(id));
  return { arrived, changed };
}

/** Says aloud what arrived, in one sentence. */
export function announce(rows: readonly { number: string | null; title: string; severity: string | null }[]): string {
  const [first] = rows;
  if (!first) return '';
  if (rows.length > 1) return `${rows.length} new incidents in the queue.`;
  return `New incident${first.severity ? `, ${first.severity}` : ''}: ${first.number ? `${first.number}, ` : ''}${first.title}.`;
}
