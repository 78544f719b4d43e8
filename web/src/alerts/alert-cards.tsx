import { Button } from '@mantine/core';
import { useCan } from '../app/access.tsx';
import { useCommandContext } from '../app/commands/command-center.tsx';
import { allCommands } from '../app/commands/registry.ts';
import { SeverityBadge } from '../ui/badges.tsx';
import ui from '../ui/card.module.css';
import { ErrorNote } from '../ui/page.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { SkeletonRows } from '../ui/skeletons.tsx';
import { WholeNumbers } from '../ui/whole-numbers.tsx';
import { Acknowledge } from './acknowledge.tsx';
import classes from './alerts.module.css';
import { useMyAlerts, useOnTop } from './use-alerts.ts';

/** What the security team wants one to know now. `brief`: takes no room while there is nothing to say or to do. */
export function AlertCards({ brief = false }: { brief?: boolean }) {
  const { alerts: inForce, status, error } = useMyAlerts();
  const onTop = useOnTop();
  const alerts = inForce.filter(({ id }) => !onTop.has(id));
  const publishes = useCan('alert:publish');
  const context = useCommandContext();
  if (brief && alerts.length === 0 && !error && !publishes) return null;
  return (
    <section className={ui.card} aria-labelledby="alerts-title">
      <h2 id="alerts-title">Current alerts</h2>
      {error && <ErrorNote error={error} />}
      {status === 'loading' && <SkeletonRows rows={1} height={64} />}
      {status === 'offline' && <p className={ui.quiet}>You are offline. Alerts appear here when the network is back.</p>}
      {status === 'ready' && alerts.length === 0 && (
        <p className={ui.quiet}>{onTop.size > 0 ? 'None but what stands at the top of this page.' : 'No alerts. Warnings from the security team appear here.'}</p>
      )}
      {alerts.length > 0 && (
        <ul className={classes.alerts}>
          {alerts.map((alert) => (
            <li key={alert.id} className={classes.alert} data-severity={alert.severity}>
              <div className={classes.alertHead}>
                <h3>
                  <WholeNumbers text={alert.title} />
                </h3>
                <SeverityBadge severity={alert.severity} />
              </div>
              <p>
                <WholeNumbers text={alert.text} />
              </p>
              <p className={ui.quiet}>
                {alert.publishedBy.name}, <RelativeTime date={alert.createdAt} />
              </p>
              {alert.severity === 'critical' && <Acknowledge alertId={alert.id} title={alert.title} />}
            </li>
          ))}
        </ul>
      )}
      {brief && publishes && (
        <Button variant="default" size="sm" onClick={() => allCommands().find(({ id }) => id === 'alert.manage')?.perform(context)}>
          Manage alerts
        </Button>
      )}
    </section>
  );
}
