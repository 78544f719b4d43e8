import type { Incident } from '@secura/domain/incidents/incident';
import { exactTime } from '../../../ui/time.ts';
import { useNow } from '../../../ui/relative-time.tsx';
import { clockLabels, readClock } from '../../shared/clock-text.ts';
import classes from '../case.module.css';

/** How long is left for the first response and for the resolution. */
export function ClocksPanel({ incident }: { incident: Incident }) {
  const now = useNow();
  const { clocks, createdAt } = incident;
  return (
    <section id="clocks" className={classes.panel} aria-labelledby="clocks-heading">
      <h2 id="clocks-heading" className={classes.heading}>
        Clocks
      </h2>
      {!clocks && <p className={classes.dim}>They start with triage.</p>}
      {clocks &&
        (['acknowledge', 'resolve'] as const).map((kind) => {
          const face = readClock(clocks[kind], createdAt, now);
          const tone = face.state === 'over' || face.state === 'late' ? classes.late : face.state === 'soon' ? classes.soon : undefined;
          return (
            <div key={kind} className={classes.row}>
              <span>{clockLabels[kind]}</span>
              <span className={tone} title={`Due ${exactTime(clocks[kind].dueAt)}`}>
                {face.text}
              </span>
            </div>
          );
        })}
    </section>
  );
}
