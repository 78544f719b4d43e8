import { Button } from '@mantine/core';
import type { Device } from '@secura/domain/notifications/device';
import { useState } from 'react';
import { useLiveQuery } from '../firebase/live.ts';
import { ownToken, pushReadiness, startPush, stopPush } from '../firebase/push.ts';
import { useMe } from '../firebase/session.ts';
import { removeOwn } from '../firebase/write.ts';
import ui from '../ui/card.module.css';
import { ErrorNote } from '../ui/page.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import classes from './notifications.module.css';

const obstacles = {
  unable: 'This browser cannot be told anything while Secura is closed. On an iPhone or iPad, add Secura to the home screen first.',
  shared: 'You said that this computer is shared, so nothing is shown on it while you are away.',
  denied: 'This browser does not let Secura tell you anything. Allow notifications for this site in the browser’s settings, then load the page again.',
};

/** The browsers that tell their owner what happens while Secura is closed. */
export function Devices() {
  const { uid } = useMe();
  const { data } = useLiveQuery<Device>({ collection: `users/${uid}/devices`, orderBy: [['at', 'desc']], limit: 10 });
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const readiness = pushReadiness();
  const mine = ownToken();
  const on = data?.some(({ token }) => token === mine) ?? false;

  async function act(work: () => Promise<unknown>): Promise<void> {
    setProblem(null);
    setBusy(true);
    try {
      await work();
    } catch (failure) {
      setProblem((failure as Error).message);
    } finally {
      setBusy(false);
    }
  }

  return (
    <section className={ui.card} aria-labelledby="devices-title">
      <h2 id="devices-title">Devices</h2>
      <p className={ui.quiet}>A device tells you also while Secura is closed: what kind of thing happened and the number of the incident, never what was written.</p>
      {problem && <ErrorNote error={problem} />}
      {readiness !== 'ready' && <p className={ui.quiet}>{obstacles[readiness]}</p>}
      {readiness === 'ready' && data && (
        <Button variant={on ? 'default' : 'filled'} loading={busy} onClick={() => void act(() => (on ? stopPush() : startPush(uid, data)))}>
          {on ? 'Do not tell me on this device any more' : 'Tell me on this device'}
        </Button>
      )}
      {data && data.length > 0 && (
        <ul className={classes.devices}>
          {data.map(({ id, token, label, at }) => (
            <li key={id}>
              <span>
                {label}
                {token === mine && ' (this device)'}
                <span className={classes.facts}>
                  <RelativeTime date={at} />
                </span>
              </span>
              {token !== mine && (
                <Button size="compact-sm" variant="subtle" aria-label={`Remove ${label}`} onClick={() => void act(() => removeOwn(`users/${uid}/devices/${id}`).then(({ acked }) => acked))}>
                  Remove
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
