import { Button, CloseButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { registerServiceWorker } from './service-worker.ts';
import classes from './update-prompt.module.css';

/** Offers a new version without ever reloading by itself: somebody may be typing. */
export function UpdatePrompt() {
  const [update, setUpdate] = useState<(() => void) | null>(null);
  useEffect(() => {
    // Private windows and settings may forbid service workers; the app works without.
    registerServiceWorker((apply) => setUpdate(() => apply)).catch(() => undefined);
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
