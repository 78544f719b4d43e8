import type { Incident } from '@secura/domain/incidents/incident';
import { departments } from '@secura/domain/people/vocabulary';
import { Textarea, TextInput } from '@mantine/core';
import type { Mine } from '../merge.ts';
import { ActionDialog, versionOf } from './action-dialog.tsx';
import { useActionForm } from './use-action-form.ts';

export type EditableField = 'title' | 'description' | 'location' | 'affected' | 'department';
type Values = Record<EditableField, string>;

const labels: Values = { title: 'Title', description: 'Description', location: 'Place', affected: 'Who is affected', department: 'Department' };
const limits: Record<EditableField, number> = { title: 200, description: 5000, location: 200, affected: 500, department: 60 };

function valuesOf(incident: Incident): Values {
  const { title, description, location, affected, department } = incident;
  return { title, description, location: location ?? '', affected: affected ?? '', department };
}

/** Corrects what was reported. Only what differs from what one saw is sent, so that others' edits elsewhere stay. */
export function EditDialog({ incident, fields, onClose }: { incident: Incident; fields: readonly EditableField[]; onClose(): void }) {
  const empty = { base: valuesOf(incident), values: valuesOf(incident), version: versionOf(incident) };
  const { attempt, draft, setDraft, send, onDone, frame } = useActionForm(incident, { name: 'edit', empty, told: 'Corrected. What it said before stays in the timeline.' }, onClose);
  const changed = fields.filter((field) => draft.values[field] !== draft.base[field]);
  const mine: Mine = Object.fromEntries(changed.map((field) => [`field:${field}`, draft.values[field].trim() || null]));

  function correct(kept: Mine, expectedVersion: number) {
    const changes = Object.fromEntries(Object.keys(kept).map((aspect) => [aspect.slice(6), draft.values[aspect.slice(6) as EditableField]]));
    return send('incidents.update', async () => (await import('@secura/domain/incidents/operations')).UpdateInput, { expectedVersion, changes });
  }

  const bind = (field: EditableField) => ({
    label: labels[field],
    value: draft.values[field],
    maxLength: limits[field],
    error: attempt.fields[field],
    onChange: (event: { currentTarget: { value: string } }) => setDraft({ ...draft, values: { ...draft.values, [field]: event.currentTarget.value } }),
  });

  return (
    <ActionDialog
      {...frame}
      title="Correct the report"
      submitLabel="Save"
      size="lg"
      mine={mine}
      dirty={changed.length > 0}
      onSubmit={async () => {
        if (changed.length === 0) return onClose();
        if (await correct(mine, draft.version)) onDone();
        return undefined;
      }}
      onMerge={correct}
    >
      {fields.includes('title') && <TextInput data-autofocus required {...bind('title')} />}
      {fields.includes('description') && <Textarea required autosize minRows={5} maxRows={14} {...bind('description')} />}
      {fields.includes('location') && <TextInput {...bind('location')} />}
      {fields.includes('affected') && <TextInput {...bind('affected')} />}
      {fields.includes('department') && (
        <>
          <TextInput list="departments" {...bind('department')} />
          <datalist id="departments">
            {departments.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      )}
    </ActionDialog>
  );
}
