import type { Incident } from '@secura/domain/incidents/incident';
import { discoveryLabels } from '@secura/domain/incidents/vocabulary';
import { absoluteTime } from '../../ui/time.ts';
import classes from './case.module.css';

/** What the reporter told besides the text itself; what was left out is not shown. */
export function Facts({ incident }: { incident: Incident }) {
  const facts: [string, string | null][] = [
    ['Happened', incident.occurredAt && absoluteTime(incident.occurredAt)],
    ['Reported', absoluteTime(incident.createdAt)],
    ['Place', incident.location],
    ['Noticed', incident.noticedHow && discoveryLabels[incident.noticedHow]],
    ['Affected', incident.affected],
    ['Department', incident.department],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(([label, value]) =>
        value ? (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
