import { Switch } from '@mantine/core';
import type { AssignmentRule } from '@secura/domain/settings/assignment';
import { useState } from 'react';
import { useLiveDoc } from '../firebase/live.ts';
import { callOperation } from '../firebase/operations.ts';
import ui from '../ui/card.module.css';
import { notify } from '../ui/notify.ts';
import { ErrorNote } from '../ui/page.tsx';

/** Decides whether new incidents are given to analysts by themselves. */
export function AssignmentSwitch() {
  const { data, status, error } = useLiveDoc<AssignmentRule>('settings/assignment');
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // Without the document the domain's default is in force.
  const on = (data?.mode ?? 'round_robin') === 'round_robin';

  async function set(mode: AssignmentRule['mode']): Promise<void> {
    if (saving) return;
    setSaving(true);
    setProblem(null);
    try {
      await callOperation('settings.setAssignmentRule', { mode });
      notify({ message: mode === 'off' ? 'New incidents wait in the queue now.' : 'New incidents are assigned in turn now.' });
    } catch (failure) {
      setProblem((failure as Error).message);
    } finally {
      setSaving(false);
    }
  }

  return (
    <section className={ui.card} aria-labelledby="assignment-title">
      <h2 id="assignment-title">Assignment of new incidents</h2>
      {(problem ?? error) && <ErrorNote error={problem ?? error?.message ?? ''} />}
      <Switch
        label="Assign in turn"
        description={on ? 'Each new incident goes to the available analyst whose turn it is.' : 'New incidents wait in the queue until somebody takes them.'}
        checked={on}
        // Disabled while it is saved, it would lose the keyboard's focus.
        aria-busy={saving}
        disabled={status === 'loading'}
        onChange={(event) => void set(event.currentTarget.checked ? 'round_robin' : 'off')}
      />
    </section>
  );
}
