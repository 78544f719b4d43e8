import type { Alert } from '@secura/domain/notifications/alert';
import { IconAlertOctagon } from '@tabler/icons-react';
import { useEffect } from 'react';
import { announce } from '../ui/announcer.tsx';
import { WholeNumbers } from '../ui/whole-numbers.tsx';
import { Acknowledge } from './acknowledge.tsx';
import classes from './alerts.module.css';
import { useAcknowledgement, useCriticalAlerts } from './use-alerts.ts';

/** Critical alerts stay on top of every page until one has acknowledged them. */
export function CriticalAlerts() {
  const alerts = useCriticalAlerts();
  return alerts.map((alert) => <Critical key={alert.id} alert={alert} />);
}

function Critical({ alert: { id, title, text, publishedBy } }: { alert: Alert }) {
  const { at, known } = useAcknowledgement(id);
  const open = known && at === null;
  useEffect(() => {
    if (open) announce(`Critical alert: ${title}`);
  }, [open, title]);
  if (!open) return null;
  return (
    <aside className={classes.critical} aria-label={`Critical alert: ${title}`}>
      <IconAlertOctagon size={24} aria-hidden="true" />
      <div>
        <strong>
          <WholeNumbers text={title} />
        </strong>
        <p>
          <WholeNumbers text={text} />
        </p>
        <p className={classes.from}>{publishedBy.name} asks you to acknowledge this.</p>
      </div>
      <Acknowledge alertId={id} title={title} />
    </aside>
  );
}
