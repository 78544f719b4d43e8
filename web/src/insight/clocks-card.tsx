import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import ui from '../ui/card.module.css';

const ClocksDialog = lazy(() => import('./clocks-dialog.tsx').then((module) => ({ default: module.ClocksDialog })));

/** The way to the clocks' settings; they are read when they are opened. */
export function ClocksCard() {
  const [open, setOpen] = useState(false);
  return (
    <section className={ui.card} aria-labelledby="clocks-title">
      <h2 id="clocks-title">Clocks</h2>
      <p className={ui.quiet}>How long the team gives itself to look at an incident and to resolve it, for each severity, and when it works.</p>
      <Button variant="default" style={{ justifySelf: 'start' }} onClick={() => setOpen(true)}>
        Targets and working hours
      </Button>
      <Suspense>{open && <ClocksDialog onClose={() => setOpen(false)} />}</Suspense>
    </section>
  );
}
