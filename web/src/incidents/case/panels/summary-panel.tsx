import type { Incident, InternalCase } from '@secura/domain/incidents/incident';
import { useMemo } from 'react';
import { Highlight } from '../../../ui/highlight.tsx';
import classes from '../case.module.css';
import { Facts } from '../facts.tsx';
import { Panel } from '../panel.tsx';
import { triageMarks } from '../spans.ts';

/** What was reported, with the words that moved triage marked. */
export function SummaryPanel({ incident, details }: { incident: Incident; details: InternalCase | null }) {
  const { description } = incident;
  const spans = useMemo(() => triageMarks('description', incident, details), [incident, details]);
  return (
    <Panel id="summary" title="Report">
      {description === '' ? (
        <p className={classes.dim}>Reported without words: the files tell it.</p>
      ) : (
        <p className={classes.description}>
          <Highlight text={description} spans={spans} />
        </p>
      )}
      <Facts incident={incident} />
    </Panel>
  );
}
