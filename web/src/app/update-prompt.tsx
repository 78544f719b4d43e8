import { Button, CloseButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { registerSW } from 'virtual:pwa-register';
import classes from './update-prompt.module.css';

/** Registers the service worker, and offers a new version without ever reloading by itself: somebody may be typing. */
export function UpdatePrompt() {
  const [update, setUpdate] = useState<(() => void) | null>(null);
  useEffect(() => {
    const apply = registerSW({
      immediate: true,
      onNeedRefresh: () => setUpdate(() => () => void apply(true)),
      onRegisteredSW: (_url, registration) => {
        // A tab that stays open for days would never ask otherwise.
        if (registration) setInterval(() => navigator.onLine && void registration.update().catch(() => undefined), 3_600_000);
      },
    });
  }, []);
  if (!update) return null;
  return (
    <div className={classes.prompt} role="status">
      <span>A new version of Secura is ready.</span>
      <Button size="compact-md" variant="gradient" onClick={update}>
        Reload
      </Button>
      <CloseButton aria-label="Later" onClick={() => setUpdate(null)} />
    </div>
  );
}
