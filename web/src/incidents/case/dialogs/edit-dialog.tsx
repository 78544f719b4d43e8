import type { Incident } from '@secura/domain/incidents/incident';
import { departments } from '@secura/domain/people/vocabulary';
import { Textarea, TextInput } from '@mantine/core';
import { useDraft } from '../../../firebase/draft.ts';
import { notify } from '../../../ui/notify.ts';
import { useOperation } from '../../shared/use-operation.ts';
import { judge } from '../../shared/validate.ts';
import type { Mine } from '../merge.ts';
import { ActionDialog, versionOf } from './action-dialog.tsx';

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
  const attempt = useOperation();
  const [draft, setDraft, clearDraft] = useDraft(`edit.${incident.id}`, {
    base: valuesOf(incident),
    values: valuesOf(incident),
    version: versionOf(incident),
  });
  const changed = fields.filter((field) => draft.values[field] !== draft.base[field]);
  const mine: Mine = Object.fromEntries(changed.map((field) => [`field:${field}`, draft.values[field].trim() || null]));

  async function send(kept: Mine, version: number) {
    const { UpdateInput } = await import('@secura/domain/incidents/operations');
    const changes = Object.fromEntries(Object.keys(kept).map((aspect) => [aspect.slice(6), draft.values[aspect.slice(6) as EditableField]]));
    const verdict = judge(UpdateInput, { id: incident.id, expectedVersion: version, changes });
    if (!verdict.ok) return attempt.refuse(verdict.fields), null;
    return attempt.run('incidents.update', verdict.value);
  }

  function done(): void {
    clearDraft();
    onClose();
    notify({ message: 'Corrected. What it said before stays in the timeline.' });
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
      title="Correct the report"
      submitLabel="Save"
      size="lg"
      attempt={attempt}
      mine={mine}
      dirty={changed.length > 0}
      onSubmit={async () => {
        if (changed.length === 0) return onClose();
        if (await send(mine, draft.version)) done();
        return undefined;
      }}
      onMerge={send}
      onDone={done}
      onClose={onClose}
      onDiscard={() => {
        clearDraft();
        onClose();
      }}
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
