import type { Incident, InternalCase } from '@secura/domain/incidents/incident';
import { useMemo } from 'react';
import { Highlight } from '../../../ui/highlight.tsx';
import classes from '../case.module.css';
import { Facts } from '../facts.tsx';
import { Panel } from '../panel.tsx';
import { marksIn } from '../spans.ts';

/** What was reported, with the words that moved triage marked. */
export function SummaryPanel({ incident, details }: { incident: Incident; details: InternalCase | null }) {
  const { description } = incident;
  const reasons = incident.triage?.reasons;
  const spans = useMemo(() => {
    const evidence = (details?.triage?.severity.factors ?? []).flatMap((factor) => (factor.span ? [{ ...factor.span, meaning: factor.meaning }] : []));
    const techniques = (details?.techniques ?? []).flatMap(({ id, name, span, review }) => (span && review?.decision !== 'rejected' ? [{ ...span, meaning: `${id} ${name}` }] : []));
    return [
      ...marksIn('description', description, reasons ?? [], ({ weight }) => (weight < 0 ? 'Spoke against the category' : 'Spoke for the category')),
      ...marksIn('description', description, [...evidence, ...techniques], ({ meaning }) => meaning),
    ];
  }, [description, reasons, details]);
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
