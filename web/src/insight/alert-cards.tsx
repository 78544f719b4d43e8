import { SeverityBadge } from '../ui/badges.tsx';
import { ErrorNote } from '../ui/page.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { SkeletonRows } from '../ui/skeletons.tsx';
import classes from './home.module.css';
import { useAlerts } from './use-alerts.ts';

/** What the security team wants everybody to know now. */
export function AlertCards() {
  const { alerts, status, error } = useAlerts();
  return (
    <section className={classes.card} aria-labelledby="alerts-title">
      <h2 id="alerts-title">Current alerts</h2>
      {error && <ErrorNote error={error} />}
      {status === 'loading' && <SkeletonRows rows={1} height={64} />}
      {status === 'offline' && <p className={classes.quiet}>You are offline. Alerts appear here when the network is back.</p>}
      {status === 'ready' && alerts.length === 0 && <p className={classes.quiet}>No alerts. Warnings from the security team appear here.</p>}
      {alerts.length > 0 && (
        <ul className={classes.alerts}>
          {alerts.map((alert) => (
            <li key={alert.id} className={classes.alert} data-severity={alert.severity}>
              <div className={classes.alertHead}>
                <h3>{alert.title}</h3>
                <SeverityBadge severity={alert.severity} />
              </div>
              <p>{alert.text}</p>
              <p className={classes.quiet}>
                {alert.publishedBy.name}, <RelativeTime date={alert.createdAt} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
