import type { DayRollup } from '@secura/domain/insight/rollup';
import classes from './admin.module.css';
import { shortDay } from './figures.ts';

/** The figures of the chart as a table, newest first. */
export function TrendTable({ days }: { days: readonly (DayRollup & { id: string })[] }) {
  return (
    <details className={classes.details}>
      <summary>Show as a table</summary>
      {/* Scrolls within: the keyboard must be able to do that too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.scroll} tabIndex={0} role="region" aria-label="Reported and resolved per day, table">
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Day (UTC)</th>
              <th scope="col">Reported</th>
              <th scope="col">Resolved</th>
            </tr>
          </thead>
          <tbody>
            {[...days].reverse().map(({ id, reported = 0, resolved = 0 }) => (
              <tr key={id}>
                <th scope="row">{shortDay(id)}</th>
                <td>{reported}</td>
                <td>{resolved}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
