import type { Incident } from '@secura/domain/incidents/incident';
import { categories, categoryLabels, severities, severityLabels } from '@secura/domain/incidents/vocabulary';
import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Mine } from '../merge.ts';
import { ActionDialog } from './action-dialog.tsx';
import { useActionForm } from './use-action-form.ts';

const kinds = {
  severity: {
    title: 'Change the severity',
    label: 'Severity',
    operation: 'incidents.setSeverity',
    options: severities.toReversed().map((value) => ({ value, label: severityLabels[value] })),
  },
  category: {
    title: 'Change the category',
    label: 'Category',
    operation: 'incidents.setCategory',
    options: categories.map((value) => ({ value, label: categoryLabels[value] })),
  },
} as const;

/** Decides severity or category, with a reason: it stands above triage's, and is kept as a correction of it. */
export function ClassifyDialog({ incident, what, onClose }: { incident: Incident; what: 'severity' | 'category'; onClose(): void }) {
  const { title, label, operation, options } = kinds[what];
  const empty = { value: incident[what] ?? '', reason: '' };
  const { attempt, draft, setDraft, opened, send, onDone, frame } = useActionForm(incident, { name: what, empty, told: `${label} decided. It is in the timeline with your reason.` }, onClose);
  const [before] = useState(incident[what]);

  async function schema() {
    const { SetCategoryInput, SetSeverityInput } = await import('@secura/domain/incidents/operations');
    return what === 'severity' ? SetSeverityInput : SetCategoryInput;
  }
  const decide = (value: string, expectedVersion: number) => send(operation, schema, { [what]: value, reason: draft.reason, expectedVersion });

  const mine: Mine = { [what]: draft.value };
  return (
    <ActionDialog
      {...frame}
      title={title}
      submitLabel={title}
      mine={mine}
      dirty={draft.reason !== '' || draft.value !== (before ?? '')}
      onSubmit={async () => {
        if (draft.value === before) return attempt.refuse({ [what]: `It is ${options.find(({ value }) => value === before)?.label ?? 'that'} already. Choose another one.` });
        if (await decide(draft.value, opened)) onDone();
        return undefined;
      }}
      onMerge={(kept, version) => decide(kept[what] ?? '', version)}
    >
      <NativeSelect
        data-autofocus
        label={label}
        value={draft.value}
        error={attempt.fields[what]}
        onChange={(event) => {
          setDraft({ ...draft, value: event.currentTarget.value });
          attempt.forget();
        }}
        data={incident[what] ? options : [{ value: '', label: 'Choose…' }, ...options]}
      />
      <Textarea
        label="Reason"
        description="One sentence; it stands in the timeline and teaches triage."
        required
        autosize
        minRows={2}
        maxLength={500}
        value={draft.reason}
        error={attempt.fields.reason}
        onChange={(event) => setDraft({ ...draft, reason: event.currentTarget.value })}
      />
    </ActionDialog>
  );
}
