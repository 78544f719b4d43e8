import type { IncidentMention } from '@secura/domain/observables/operations';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { SeverityBadge, StatusBadge } from '../ui/badges.tsx';
import ui from '../ui/card.module.css';
import { RelativeTime } from '../ui/relative-time.tsx';
import classes from './observables.module.css';

/** Incidents that hold an observable, each with a way there. */
export function MentionList<I extends IncidentMention>({ label, incidents, more, detail }: { label: string; incidents: readonly I[]; more: boolean; detail?: (incident: I) => ReactNode }) {
  return (
    <>
      <ul className={classes.mentions} aria-label={label}>
        {incidents.map((incident) => (
          <li key={incident.id}>
            <Link to={`/incidents/${incident.id}`}>
              {incident.number && <span className={classes.number}>{incident.number}</span>} {incident.title}
            </Link>
            <span className={classes.facts}>
              <StatusBadge status={incident.status} />
              <SeverityBadge severity={incident.severity} />
              <span>
                reported <RelativeTime date={new Date(incident.createdAt)} />
              </span>
            </span>
            {detail?.(incident)}
          </li>
        ))}
      </ul>
      {more && <p className={ui.quiet}>And more. These are the latest {incidents.length}.</p>}
    </>
  );
}
