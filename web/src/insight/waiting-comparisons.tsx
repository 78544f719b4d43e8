import { useLiveQuery } from '../firebase/live.ts';
import { ErrorNote } from '../ui/page.tsx';
import { RelativeTime, useNow } from '../ui/relative-time.tsx';
import classes from './admin.module.css';

/** Longer than comparing takes on a busy day; what waits for less is on its way. */
const patienceMs = 5 * 60_000;
const shown = 20;

/** How many reports have waited for minutes to be compared with the others, and since when. Nothing while comparing keeps up. */
export function WaitingComparisons() {
  // In steps, so that the listener lasts; only what is late is read.
  const late = new Date((Math.floor(useNow().getTime() / patienceMs) - 1) * patienceMs);
  const { data, error } = useLiveQuery<{ at: Date }>({ collection: 'comparisons', where: [['at', '<=', late]], orderBy: [['at', 'asc']], limit: shown });
  const [oldest] = data ?? [];
  if (error) return <ErrorNote error={error} />;
  if (!oldest) return null;
  const many = data!.length === 1 ? '1 report waits' : `${data!.length === shown ? `${shown} or more` : data!.length} reports wait`;
  return (
    <section className={`${classes.card} ${classes.wide}`} aria-labelledby="waiting-title">
      <h2 id="waiting-title">Comparing reports is behind</h2>
      <p className={classes.quiet}>
        {many} to be compared with the others; the first was asked for <RelativeTime date={oldest.at} />. What waits for an hour is asked for again by itself.
      </p>
    </section>
  );
}
