import { Button } from '@mantine/core';
import type { Alert } from '@secura/domain/notifications/alert';
import { useState } from 'react';
import { callOperation } from '../firebase/operations.ts';
import { SeverityBadge } from '../ui/badges.tsx';
import { notify } from '../ui/notify.ts';
import { ErrorNote } from '../ui/page.tsx';
import { SkeletonRows } from '../ui/skeletons.tsx';
import { absoluteTime } from '../ui/time.ts';
import classes from './admin.module.css';
import { useAlerts } from './use-alerts.ts';

/** Alerts in force, each with a way to withdraw it. */
export function AlertManager() {
  const { alerts, status, error } = useAlerts();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);

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

  async function withdraw({ id, title, text, severity, expiresAt }: Alert): Promise<void> {
    setBusy(id);
    const done = await attempt(() => callOperation('notifications.withdrawAlert', { id }));
    setBusy(null);
    if (!done) return;
    notify({
      message: 'Alert withdrawn.',
      undo() {
        const hours = Math.max(1, Math.round((expiresAt.getTime() - Date.now()) / 3_600_000));
        void attempt(() => callOperation('notifications.publishAlert', { title, text, severity, hours }));
      },
    });
  }

  return (
    <section className={classes.card} aria-labelledby="manage-alerts-title">
      <h2 id="manage-alerts-title">Alerts in force</h2>
      {(problem ?? error) && <ErrorNote error={problem ?? error?.message ?? ''} />}
      {status === 'loading' && <SkeletonRows rows={1} height={48} />}
      {status === 'ready' && alerts.length === 0 && <p className={classes.quiet}>No alert is shown to anybody now. What you publish appears on everybody’s start page.</p>}
      {alerts.length > 0 && (
        <ul className={classes.alerts}>
          {alerts.map((alert) => (
            <li key={alert.id}>
              <div>
                <strong>{alert.title}</strong>
                <span className={classes.latestFacts}>
                  <SeverityBadge severity={alert.severity} />
                  <span>until {absoluteTime(alert.expiresAt)}</span>
                  <span>{alert.publishedBy.name}</span>
                </span>
              </div>
              <Button variant="default" size="sm" loading={busy === alert.id} aria-label={`Withdraw “${alert.title}”`} onClick={() => void withdraw(alert)}>
                Withdraw
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
