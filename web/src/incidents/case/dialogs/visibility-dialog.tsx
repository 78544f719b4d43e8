import type { Incident } from '@secura/domain/incidents/incident';
import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useDraft } from '../../../firebase/draft.ts';
import { notify } from '../../../ui/notify.ts';
import { useOperation } from '../../shared/use-operation.ts';
import { judge } from '../../shared/validate.ts';
import { ActionDialog, versionOf } from './action-dialog.tsx';

const words = {
  restricted: {
    title: 'Restrict who sees this incident',
    means: 'Only who is assigned, leads, administrators and the reporter will see it. It leaves the queues, notices, similar reports and campaigns of everybody else. What they have read, they have read.',
    submit: 'Restrict it',
    done: 'Restricted. Only the people on it, leads and administrators see it.',
  },
  team: {
    title: 'Open this incident to the team',
    means: 'The whole security team will see it, with everything in it: messages, notes, files and history. It is compared with other reports again.',
    submit: 'Open it to the team',
    done: 'Open. The whole security team sees it.',
  },
};

/** Restricts an incident to those who work on it, or opens it to the team again, with a reason. */
export function VisibilityDialog({ incident, onClose }: { incident: Incident; onClose(): void }) {
  const attempt = useOperation();
  const [draft, setDraft, clearDraft] = useDraft(`visibility.${incident.id}`, { reason: '' });
  const [opened] = useState({ version: versionOf(incident), visibility: incident.visibility === 'team' ? ('restricted' as const) : ('team' as const) });
  const { title, means, submit, done: told } = words[opened.visibility];

  async function send(version: number) {
    const { SetVisibilityInput } = await import('@secura/domain/incidents/operations');
    const verdict = judge(SetVisibilityInput, { id: incident.id, expectedVersion: version, visibility: opened.visibility, reason: draft.reason });
    if (!verdict.ok) return attempt.refuse(verdict.fields), null;
    return attempt.run('incidents.setVisibility', verdict.value);
  }

  function done(): void {
    clearDraft();
    onClose();
    notify({ message: told });
  }

  return (
    <ActionDialog
      title={title}
      submitLabel={submit}
      attempt={attempt}
      mine={{ visibility: opened.visibility }}
      dirty={draft.reason !== ''}
      onSubmit={async () => {
        if (await send(opened.version)) done();
      }}
      onMerge={(_kept, version) => send(version)}
      onDone={done}
      onClose={onClose}
      onDiscard={() => {
        clearDraft();
        onClose();
      }}
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
