import type { Incident } from '@secura/domain/incidents/incident';
import { Textarea } from '@mantine/core';
import { ActionDialog } from './action-dialog.tsx';
import { useActionForm } from './use-action-form.ts';

/** Takes a resolved or closed incident up again, with a reason. */
export function ReopenDialog({ incident, onClose }: { incident: Incident; onClose(): void }) {
  const { attempt, draft, setDraft, opened, send, onDone, frame } = useActionForm(incident, { name: 'reopen', empty: { reason: '' }, told: 'Reopened. It is under investigation again.' }, onClose);
  const reopen = (expectedVersion: number) => send('incidents.reopen', async () => (await import('@secura/domain/incidents/operations')).ReopenInput, { expectedVersion, reason: draft.reason });

  return (
    <ActionDialog
      {...frame}
      title="Reopen the incident"
      submitLabel="Reopen"
      mine={{ status: 'investigating' }}
      dirty={draft.reason !== ''}
      onSubmit={async () => {
        if (await reopen(opened)) onDone();
      }}
      onMerge={(_kept, version) => reopen(version)}
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
