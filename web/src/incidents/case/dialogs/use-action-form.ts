import type { Incident } from '@secura/domain/incidents/incident';
import type { IncidentView } from '@secura/domain/incidents/operations';
import { useState } from 'react';
import type { ZodType } from 'zod';
import { useDraft } from '../../../firebase/draft.ts';
import { notify } from '../../../ui/notify.ts';
import { useOperation } from '../../shared/use-operation.ts';
import { judge } from '../../shared/validate.ts';
import { versionOf } from './action-dialog.tsx';

/**
 * What the dialogs that change an incident with words have in common: a draft that outlives them, one attempt at a time, and
 * what happens at the end.
 * @param form.name of the draft, unique among the dialogs of one incident
 * @param form.told what is said once it is done
 */
export function useActionForm<T>(incident: Incident, { name, empty, told }: { name: string; empty: T; told: string }, onClose: () => void) {
  const attempt = useOperation();
  const [draft, setDraft, clearDraft] = useDraft(`${name}.${incident.id}`, empty);
  // What one decides on is what one sees on opening, however old the words in the draft are.
  const [opened] = useState(versionOf(incident));

  function onDiscard(): void {
    clearDraft();
    onClose();
  }

  function onDone(): void {
    onDiscard();
    notify({ message: told });
  }

  return {
    attempt,
    draft,
    setDraft,
    opened,
    onDone,
    /** Checks an input by its schema, which is loaded only now, and tells at the fields what is wrong; else acts. */
    async send(operation: string, schema: () => Promise<ZodType<Record<string, unknown>>>, input: object): Promise<IncidentView | null> {
      const loaded = await schema().catch(() => null);
      const verdict = loaded && judge(loaded, { id: incident.id, ...input });
      if (verdict?.ok === false) return attempt.refuse(verdict.fields), null;
      // Without the schema, since the network is gone, the server's answer is awaited: it checks by the same, or cannot be reached.
      return attempt.run(operation, verdict?.value ?? { id: incident.id, ...input });
    },
    /** For the frame of the dialog. */
    frame: { attempt, onDone, onClose, onDiscard },
  };
}
