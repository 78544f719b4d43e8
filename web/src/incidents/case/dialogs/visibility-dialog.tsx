import type { Incident } from '@secura/domain/incidents/incident';
import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ActionDialog } from './action-dialog.tsx';
import { useActionForm } from './use-action-form.ts';

const words = {
  restricted: {
    title: 'Restrict who sees this incident',
    means: 'Only who is assigned, leads, administrators and the reporter will see it. It leaves the queues, notices, similar reports and campaigns of everybody else. What they have read, they have read.',
    submit: 'Restrict it',
    told: 'Restricted. Only the people on it, leads and administrators see it.',
  },
  team: {
    title: 'Open this incident to the team',
    means: 'The whole security team will see it, with everything in it: messages, notes, files and history. It is compared with other reports again.',
    submit: 'Open it to the team',
    told: 'Open. The whole security team sees it.',
  },
};

/** Restricts an incident to those who work on it, or opens it to the team again, with a reason. */
export function VisibilityDialog({ incident, onClose }: { incident: Incident; onClose(): void }) {
  const [visibility] = useState(incident.visibility === 'team' ? ('restricted' as const) : ('team' as const));
  const { title, means, submit, told } = words[visibility];
  const { attempt, draft, setDraft, opened, send, onDone, frame } = useActionForm(incident, { name: 'visibility', empty: { reason: '' }, told }, onClose);
  const decide = (expectedVersion: number) => send('incidents.setVisibility', async () => (await import('@secura/domain/incidents/operations')).SetVisibilityInput, { expectedVersion, visibility, reason: draft.reason });

  return (
    <ActionDialog
      {...frame}
      title={title}
      submitLabel={submit}
      mine={{ visibility }}
      dirty={draft.reason !== ''}
      onSubmit={async () => {
        if (await decide(opened)) onDone();
      }}
      onMerge={(_kept, version) => decide(version)}
    >
      <Text size="sm">{means}</Text>
      <Textarea
        data-autofocus
        label="Reason"
        description="Kept in the history of the incident."
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
