import { Button } from '@mantine/core';
import type { Alert } from '@secura/domain/notifications/alert';
import { tellAudience } from '@secura/domain/notifications/audience';
import { lazy, Suspense, useId, useState } from 'react';
import { callOperation } from '../firebase/operations.ts';
import { SeverityBadge } from '../ui/badges.tsx';
import ui from '../ui/card.module.css';
import { notify } from '../ui/notify.ts';
import { ErrorNote } from '../ui/page.tsx';
import { SkeletonRows } from '../ui/skeletons.tsx';
import { absoluteTime } from '../ui/time.ts';
import classes from './alerts.module.css';
import { useAllAlerts } from './use-alerts.ts';

const AcknowledgementsDialog = lazy(() => import('./acknowledgements-dialog.tsx').then((module) => ({ default: module.AcknowledgementsDialog })));

/** So many are read at first: the page that shows them has a budget of documents. */
const first = 6;
/** What the rules let one ask for. */
const most = 100;

/** A card of {@link AlertsInForce}. */
export function AlertManager() {
  const heading = useId();
  return (
    <section className={ui.card} aria-labelledby={heading}>
      <h2 id={heading}>Alerts in force</h2>
      <AlertsInForce />
    </section>
  );
}

/** Alerts in force, for those who publish them: whom each is for, who has not acknowledged it, and a way to withdraw it. */
export function AlertsInForce() {
  const [limit, setLimit] = useState(first);
  const { alerts, more, status, error } = useAllAlerts(limit);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [asked, setAsked] = useState<Alert | null>(null);

  async function attempt(work: () => Promise<unknown>): Promise<boolean> {
    setProblem(null);
    try {
      await work();
      return true;
    } catch (failure) {
      setProblem((failure as Error).message);
      return false;
    }
  }

  async function withdraw({ id, title, text, severity, audience, expiresAt }: Alert): Promise<void> {
    setBusy(id);
    const done = await attempt(() => callOperation('notifications.withdrawAlert', { id }));
    setBusy(null);
    if (!done) return;
    notify({
      message: 'Alert withdrawn.',
      undo() {
        const hours = Math.max(1, Math.round((expiresAt.getTime() - Date.now()) / 3_600_000));
        void attempt(() => callOperation('notifications.publishAlert', { title, text, severity, audience, hours }));
      },
    });
  }

  return (
    <>
      {(problem ?? error) && <ErrorNote error={problem ?? error?.message ?? ''} />}
      {status === 'loading' && <SkeletonRows rows={1} height={48} />}
      {status === 'ready' && alerts.length === 0 && !more && <p className={ui.quiet}>No alert is shown to anybody now. What you publish appears on the start page of whom it is for.</p>}
      {alerts.length > 0 && (
        <ul className={classes.alerts}>
          {alerts.map((alert) => (
            <li key={alert.id} className={classes.alert} data-severity={alert.severity}>
              <div className={classes.alertHead}>
                <strong>{alert.title}</strong>
                <SeverityBadge severity={alert.severity} />
              </div>
              <div className={classes.facts}>
                <span>To {tellAudience(alert.audience)}</span>
                <span>until {absoluteTime(alert.expiresAt)}</span>
                <span>{alert.publishedBy.name}</span>
              </div>
              <div className={classes.actions}>
                {alert.severity === 'critical' && (
                  <Button variant="default" size="sm" aria-label={`Who has not acknowledged “${alert.title}”`} onClick={() => setAsked(alert)}>
                    Who has not acknowledged
                  </Button>
                )}
                <Button variant="default" size="sm" loading={busy === alert.id} aria-label={`Withdraw “${alert.title}”`} onClick={() => void withdraw(alert)}>
                  Withdraw
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {more && limit < most && (
        <Button variant="default" size="sm" onClick={() => setLimit(Math.min(most, limit + 20))}>
          Show more
        </Button>
      )}
      {asked && (
        <Suspense>
          <AcknowledgementsDialog alert={asked} onClose={() => setAsked(null)} />
        </Suspense>
      )}
    </>
  );
}
