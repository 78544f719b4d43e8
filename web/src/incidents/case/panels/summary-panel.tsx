import type { Incident, InternalCase } from '@secura/domain/incidents/incident';
import { useMemo } from 'react';
import { Highlight } from '../../../ui/highlight.tsx';
import classes from '../case.module.css';
import { Facts } from '../facts.tsx';
import { triageMarks } from '../spans.ts';

/** What was reported, with the words that moved triage marked. */
export function SummaryPanel({ incident, details }: { incident: Incident; details: InternalCase | null }) {
  const { description } = incident;
  const spans = useMemo(() => triageMarks('description', incident, details), [incident, details]);
  return (
    <section id="summary" className={classes.panel} aria-labelledby="summary-heading">
      <h2 id="summary-heading" className={classes.heading}>
        Report
      </h2>
      {description === '' ? (
        <p className={classes.dim}>Reported without words: the files tell it.</p>
      ) : (
        <p className={classes.description}>
          <Highlight text={description} spans={spans} />
        </p>
      )}
      <Facts incident={incident} />
    </section>
  );
}
