import type { Incident } from '@secura/domain/incidents/incident';
import { resolutions } from '@secura/domain/incidents/vocabulary';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import classes from '../case.module.css';

/** How it ended. */
export function ResolutionPanel({ resolution, rootCause }: { resolution: NonNullable<Incident['resolution']>; rootCause: string | null }) {
  const { code, summary, by, at } = resolution;
  return (
    <section className={classes.panel} aria-labelledby="resolution-heading">
      <h2 id="resolution-heading" className={classes.heading}>
        Resolved: {resolutions[code].label.toLowerCase()}
      </h2>
      <p className={classes.dim}>{resolutions[code].meaning}</p>
      <div className={classes.quote}>{summary}</div>
      {rootCause && (
        <>
          <h3 className={classes.subheading}>Root cause (team only)</h3>
          <div className={classes.quote}>{rootCause}</div>
        </>
      )}
      <p className={classes.small}>
        {by.name}, <RelativeTime date={at} />
      </p>
    </section>
  );
}
