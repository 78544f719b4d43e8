import { pauseLabels, pauseReasons, type PauseReason } from '@secura/domain/incidents/clocks';
import type { Incident } from '@secura/domain/incidents/incident';
import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useDraft } from '../../../firebase/draft.ts';
import { notify } from '../../../ui/notify.ts';
import { useOperation } from '../../shared/use-operation.ts';
import { judge } from '../../shared/validate.ts';
import { ActionDialog, versionOf } from './action-dialog.tsx';

/** Stops the clocks while the team can only wait, and says for what. */
export function PauseDialog({ incident, onClose }: { incident: Incident; onClose(): void }) {
  const attempt = useOperation();
  const empty: { reason: PauseReason; text: string } = { reason: 'reporter', text: '' };
  const [draft, setDraft, clearDraft] = useDraft(`pause.${incident.id}`, empty);
  const [opened] = useState(versionOf(incident));

  async function send(expectedVersion: number) {
    const { PauseClockInput } = await import('@secura/domain/incidents/operations');
    const verdict = judge(PauseClockInput, { id: incident.id, expectedVersion, ...draft });
    if (!verdict.ok) return attempt.refuse(verdict.fields), null;
    return attempt.run('incidents.pauseClock', verdict.value);
  }

  function done(): void {
    clearDraft();
    onClose();
    notify({ message: 'The clocks are paused.' });
  }

  return (
    <ActionDialog
      title="Pause the clocks"
      submitLabel="Pause"
      attempt={attempt}
      mine={{}}
      dirty={draft.text !== '' || draft.reason !== empty.reason}
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
      <NativeSelect
        data-autofocus
        label="What is waited for"
        description={draft.reason === 'reporter' ? 'The clocks run on by themselves when the reporter writes or adds a file.' : 'The time until you let them run on does not count.'}
        value={draft.reason}
        error={attempt.fields.reason}
        onChange={(event) => {
          setDraft({ ...draft, reason: event.currentTarget.value as PauseReason });
          attempt.forget();
        }}
        data={pauseReasons.map((value) => ({ value, label: pauseLabels[value] }))}
      />
      <Textarea
        label={draft.reason === 'other' ? 'What it is' : 'Note'}
        description="For the team; the reporter does not see it."
        required={draft.reason === 'other'}
        autosize
        minRows={2}
        maxLength={500}
        value={draft.text}
        error={attempt.fields.text}
        onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
      />
    </ActionDialog>
  );
}
