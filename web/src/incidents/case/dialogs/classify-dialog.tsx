import type { Incident } from '@secura/domain/incidents/incident';
import { categories, categoryLabels, severities, severityLabels } from '@secura/domain/incidents/vocabulary';
import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useDraft } from '../../../firebase/draft.ts';
import { notify } from '../../../ui/notify.ts';
import { useOperation } from '../../shared/use-operation.ts';
import { judge } from '../../shared/validate.ts';
import type { Mine } from '../merge.ts';
import { ActionDialog, versionOf } from './action-dialog.tsx';

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
  const attempt = useOperation();
  const empty = { value: incident[what] ?? '', reason: '' };
  const [draft, setDraft, clearDraft] = useDraft(`${what}.${incident.id}`, empty);
  // What one decides on is what one sees on opening, however old the words in the draft are.
  const [opened] = useState(versionOf(incident));
  const [before] = useState(incident[what]);

  async function send(value: string, version: number) {
    const { SetCategoryInput, SetSeverityInput } = await import('@secura/domain/incidents/operations');
    const input = { id: incident.id, [what]: value, reason: draft.reason, expectedVersion: version };
    const verdict = judge(what === 'severity' ? SetSeverityInput : SetCategoryInput, input);
    if (!verdict.ok) return attempt.refuse(verdict.fields), null;
    return attempt.run(operation, verdict.value);
  }

  function done(): void {
    clearDraft();
    onClose();
    notify({ message: `${label} decided. It is in the timeline with your reason.` });
  }

  const mine: Mine = { [what]: draft.value };
  return (
    <ActionDialog
      title={title}
      submitLabel={title}
      attempt={attempt}
      mine={mine}
      dirty={draft.reason !== '' || draft.value !== (before ?? '')}
      onSubmit={async () => {
        if (draft.value === before) return attempt.refuse({ [what]: `It is ${options.find(({ value }) => value === before)?.label ?? 'that'} already. Choose another one.` });
        if (await send(draft.value, opened)) done();
        return undefined;
      }}
      onMerge={(kept, version) => send(kept[what] ?? '', version)}
      onDone={done}
      onClose={onClose}
      onDiscard={() => {
        clearDraft();
        onClose();
      }}
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
