import type { IncidentEvent } from '@secura/domain/incidents/events';
import { useState } from 'react';
import { tellEvent } from '../../app/history.ts';
import { useLiveQuery } from '../../firebase/live.ts';
import { ErrorNote } from '../../ui/page.tsx';
import { SkeletonRows } from '../../ui/skeletons.tsx';
import { absoluteTime } from '../../ui/time.ts';
import classes from './file.module.css';

const first = 20;
const most = 200;

/** Who had the file, when and why: the links of the incident's chain that speak of it. */
export function CustodyLog({ target: { incidentId, evidenceId }, me }: { target: { incidentId: string; evidenceId: string }; me: string }) {
  const [all, setAll] = useState(false);
  const limit = all ? most : first;
  const { data, status, error } = useLiveQuery<IncidentEvent>({
    collection: `incidents/${incidentId}/events`,
    where: [['data.evidenceId', '==', evidenceId]],
    orderBy: [['seq', 'asc']],
    limit: limit + 1,
  });
  const exports = useLiveQuery<IncidentEvent>({
    collection: `incidents/${incidentId}/events`,
    where: [['type', '==', 'evidence.exported']],
    orderBy: [['seq', 'asc']],
    limit: first,
  });
  const exported = (exports.data ?? []).filter((event) => event.type === 'evidence.exported' && event.data.evidenceIds.includes(evidenceId));
  const events = [...(data ?? []), ...exported].sort((a, b) => a.seq - b.seq);
  return (
    <section aria-labelledby="custody-heading" className={classes.custody}>
      <h3 id="custody-heading">Custody</h3>
      {error && <ErrorNote error={error} />}
      {status === 'loading' && <SkeletonRows rows={2} height={32} />}
      <ol>
        {events.slice(0, limit).map((event) => {
          const { text, quote } = tellEvent(event);
          return (
            <li key={event.seq}>
              <strong>{event.actor.kind === 'system' ? 'Secura' : event.actor.uid === me ? 'You' : event.actor.name}</strong> {text}
              {quote && <blockquote>{quote}</blockquote>}
              <time dateTime={event.at} title={`${event.at.replace('T', ' ').slice(0, 19)} UTC`}>
                {absoluteTime(new Date(event.at))} · #{event.seq}
              </time>
            </li>
          );
        })}
      </ol>
      {events.length > limit && !all && (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          Show more
        </button>
      )}
    </section>
  );
}
