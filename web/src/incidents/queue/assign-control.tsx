import type { PersonRef } from '@secura/domain/incidents/events';
import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useCommands } from '../../app/commands/registry.ts';
import { Note } from '../../ui/page.tsx';
import type { EachResult } from '../shared/each.ts';
import { useActor } from '../shared/use-actor.ts';
import { useAssign, type Assignable } from '../shared/use-assign.ts';
import classes from './queue-page.module.css';

const AssignDialog = lazy(() => import('../shared/assign-dialog.tsx').then((module) => ({ default: module.AssignDialog })));

/** Assigning from the queue: the bar for ticked rows, the dialog, and what became of each. */
export function AssignControl({ selected, current, onClear }: { selected: readonly Assignable[]; current: Assignable | undefined; onClear(): void }) {
  const actor = useActor();
  const assign = useAssign();
  const [asking, setAsking] = useState<readonly Assignable[] | null>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<EachResult<Assignable>['failed']>([]);
  const target = selected.length > 0 ? selected : current ? [current] : [];

  async function act(incidents: readonly Assignable[], people: readonly PersonRef[]): Promise<void> {
    setBusy(true);
    const result = await assign(incidents, people);
    setBusy(false);
    // A single failure is told by the toast; several need a list.
    setFailed(result.failed.length > 1 ? result.failed : []);
    if (result.failed.length === 0) onClear();
  }

  useCommands([
    {
      id: 'queue.assign',
      label: selected.length > 0 ? 'Assign the selected incidents…' : 'Assign the incident…',
      section: 'Queue',
      shortcut: 'e',
      when: () => target.length > 0,
      perform: () => setAsking(target),
    },
    { id: 'queue.unselect', label: 'Clear the selection', section: 'Queue', shortcut: 'escape', when: () => selected.length > 0, perform: onClear },
  ]);

  return (
    <>
      {(selected.length > 0 || failed.length > 0) && (
        <div className={classes.bar} role="region" aria-label="Selected incidents">
          {selected.length > 0 && (
            <>
              <span>{selected.length} selected</span>
              <Button size="xs" variant="gradient" loading={busy} onClick={() => void act(selected, [{ uid: actor.uid, name: actor.name }])}>
                Assign to me
              </Button>
              <Button size="xs" variant="default" disabled={busy} onClick={() => setAsking(selected)}>
                Assign…
              </Button>
              <Button size="xs" variant="subtle" disabled={busy} onClick={onClear}>
                Clear
              </Button>
            </>
          )}
          {failed.length > 0 && (
            <div className={classes.failures}>
              <Note tone="error" action={<Button size="compact-xs" variant="default" onClick={() => setFailed([])}>Dismiss</Button>}>
                {failed.map(({ item, message }) => (
                  <div key={item.id}>
                    {item.number ?? item.title}: {message}
                  </div>
                ))}
              </Note>
            </div>
          )}
        </div>
      )}
      <Suspense>{asking && <AssignDialog incidents={asking} onClose={() => setAsking(null)} onAssign={(people) => void act(asking, people)} />}</Suspense>
    </>
  );
}
