import { completeIncident, type Incident, type ReportedIncident } from '@secura/domain/incidents/incident';
import { Link } from 'react-router';
import { useLiveQuery } from '../firebase/live.ts';
import { SeverityBadge, StatusBadge } from '../ui/badges.tsx';
import ui from '../ui/card.module.css';
import { ErrorNote } from '../ui/page.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { SkeletonRows } from '../ui/skeletons.tsx';
import classes from './admin.module.css';

/** The newest five, live. */
export function LatestIncidents() {
  const { data, status, error } = useLiveQuery<ReportedIncident & Partial<Incident>>({ collection: 'incidents', orderBy: [['createdAt', 'desc']], limit: 5 });
  const incidents = (data ?? []).map((stored) => completeIncident(stored.id, stored));
  return (
    <section className={ui.card} aria-labelledby="latest-title">
      <h2 id="latest-title">Latest incidents</h2>
      {error && <ErrorNote error={error} />}
      {status === 'loading' && <SkeletonRows rows={5} height={48} />}
      {status === 'ready' && incidents.length === 0 && <p className={ui.quiet}>Nothing was reported yet. New reports appear here as they come in.</p>}
      {incidents.length > 0 && (
        <ul className={classes.latest}>
          {incidents.map((incident) => (
            <li key={incident.id}>
              <Link to={`/incidents/${incident.id}`}>
                <span className={classes.latestTitle}>{incident.title}</span>
                <span className={classes.latestFacts}>
                  <span className="unbroken">{incident.number ?? 'Number on its way'}</span>
                  <SeverityBadge severity={incident.severity} />
                  <StatusBadge status={incident.status} />
                  <span>{incident.department}</span>
                  <RelativeTime date={incident.createdAt} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
