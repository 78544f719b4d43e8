import ui from '../ui/card.module.css';
import { duration } from '../ui/time.ts';
import classes from './admin.module.css';
import type { AnalystFigures } from './figures.ts';
import { period } from './use-rollups.ts';

/** What each member of the team was given and finished. */
export function AnalystTable({ figures }: { figures: readonly AnalystFigures[] }) {
  return (
    <section className={ui.card} aria-labelledby="analysts-title">
      <h2 id="analysts-title">By analyst, {period} days</h2>
      {figures.length === 0 ? (
        <p className={ui.quiet}>The security team has no members yet. What each of them was given and resolved appears here.</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls on a phone, by keyboard too
        <div className={classes.scroll} tabIndex={0} role="region" aria-label="Figures of each analyst">
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Analyst</th>
                <th scope="col">Assigned</th>
                <th scope="col">Resolved</th>
                <th scope="col">Mean time to resolve</th>
              </tr>
            </thead>
            <tbody>
              {figures.map(({ uid, name, assigned, resolved, resolveMs }) => (
                <tr key={uid}>
                  <th scope="row">{name}</th>
                  <td>{assigned}</td>
                  <td>{resolved}</td>
                  <td>{resolveMs === null ? '–' : duration(resolveMs)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
