import type { Incident } from '@secura/domain/incidents/incident';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useDraft } from '../../../firebase/draft.ts';
import { notify } from '../../../ui/notify.ts';
import { useOperation } from '../../shared/use-operation.ts';
import { judge } from '../../shared/validate.ts';
import { ActionDialog, versionOf } from './action-dialog.tsx';

/** Takes a resolved or closed incident up again, with a reason. */
export function ReopenDialog({ incident, onClose }: { incident: Incident; onClose(): void }) {
  const attempt = useOperation();
  const [draft, setDraft, clearDraft] = useDraft(`reopen.${incident.id}`, { reason: '' });
  const [opened] = useState(versionOf(incident));

  async function send(version: number) {
    const { ReopenInput } = await import('@secura/domain/incidents/operations');
    const verdict = judge(ReopenInput, { id: incident.id, expectedVersion: version, reason: draft.reason });
    if (!verdict.ok) return attempt.refuse(verdict.fields), null;
    return attempt.run('incidents.reopen', verdict.value);
  }

  function done(): void {
    clearDraft();
    onClose();
    notify({ message: 'Reopened. It is under investigation again.' });
  }

  return (
    <ActionDialog
      title="Reopen the incident"
      submitLabel="Reopen"
      attempt={attempt}
      mine={{ status: 'investigating' }}
      dirty={draft.reason !== ''}
      onSubmit={async () => {
        if (await send(opened)) done();
      }}
      onMerge={(_kept, version) => send(version)}
      onDone={done}
      onClose={onClose}
      onDiscard={() => {
        clearDraft();
        onClose();
      }}
    >
      <Textarea
        data-autofocus
        label="Reason"
        description="Why it has to be taken up again."
        required
        autosize
        minRows={2}
        maxLength={500}
        value={draft.reason}
        error={attempt.fields.reason}
        onChange={(event) => setDraft({ reason: event.currentTarget.value })}
      />
    </ActionDialog>
  );
}
