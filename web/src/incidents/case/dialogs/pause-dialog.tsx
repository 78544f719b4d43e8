import { pauseLabels, pauseReasons, type PauseReason } from '@secura/domain/incidents/clocks';
import type { Incident } from '@secura/domain/incidents/incident';
import { NativeSelect, Textarea } from '@mantine/core';
import { ActionDialog } from './action-dialog.tsx';
import { useActionForm } from './use-action-form.ts';

/** Stops the clocks while the team can only wait, and says for what. */
export function PauseDialog({ incident, onClose }: { incident: Incident; onClose(): void }) {
  const empty: { reason: PauseReason; text: string } = { reason: 'reporter', text: '' };
  const { attempt, draft, setDraft, opened, send, onDone, frame } = useActionForm(incident, { name: 'pause', empty, told: 'The clocks are paused.' }, onClose);
  const pause = (expectedVersion: number) => send('incidents.pauseClock', async () => (await import('@secura/domain/incidents/operations')).PauseClockInput, { expectedVersion, ...draft });

  return (
    <ActionDialog
      {...frame}
      title="Pause the clocks"
      submitLabel="Pause"
      mine={{}}
      dirty={draft.text !== '' || draft.reason !== empty.reason}
      onSubmit={async () => {
        if (await pause(opened)) onDone();
      }}
      onMerge={(_kept, version) => pause(version)}
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
