import type { CaseTechnique, Incident } from '@secura/domain/incidents/incident';
import { attackUrl } from '@secura/domain/triage/attack';
import { ActionIcon, Button, Group, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconPlus, IconX } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { ErrorNote } from '../../../ui/page.tsx';
import { useOperation } from '../../shared/use-operation.ts';
import classes from '../case.module.css';
import { Panel } from '../panel.tsx';

const AddTechniqueDialog = lazy(() => import('../dialogs/add-technique-dialog.tsx').then((module) => ({ default: module.AddTechniqueDialog })));

export type Decide = (techniqueId: string, decision: 'confirmed' | 'rejected' | 'undecided', reason?: string) => Promise<boolean>;

/** Techniques of MITRE ATT&CK that the report speaks of, and what people think of them; the plan follows. */
export function TechniquesPanel({ incident, techniques, mayJudge }: { incident: Incident; techniques: readonly CaseTechnique[]; mayJudge: boolean }) {
  const [adding, setAdding] = useState(false);
  const attempt = useOperation();
  // The answer may be ahead of the listener: one's own last decision is no conflict.
  const [answered, setAnswered] = useState(0);
  const decide: Decide = async (techniqueId, decision, reason = '') => {
    const view = await attempt.run('incidents.reviewTechnique', { id: incident.id, techniqueId, decision, reason, expectedVersion: Math.max(answered, incident.head?.seq ?? 0) });
    if (view) setAnswered(view.version);
    return view !== null;
  };
  return (
    <Panel
      id="techniques"
      title="Techniques"
      fold={techniques.length === 0 ? 'None' : techniques.map((technique) => technique.id).join(', ')}
      head={
        mayJudge && (
          <Button size="xs" variant="default" leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
            Add
          </Button>
        )
      }
    >
      {attempt.problem && !adding && <ErrorNote error={attempt.problem} />}
      {techniques.length === 0 && <p className={classes.dim}>The words of the report speak of no technique of MITRE ATT&CK. You may add one.</p>}
      <ul className={classes.techniques}>
        {techniques.map((technique) => (
          <TechniqueRow key={technique.id} technique={technique} decide={decide} busy={attempt.busy} mayJudge={mayJudge} />
        ))}
      </ul>
      <p className={classes.small}>© 2025 The MITRE Corporation. ATT&CK is reproduced and distributed with the permission of The MITRE Corporation.</p>
      {adding && (
        <Suspense>
          <AddTechniqueDialog present={techniques.map(({ id }) => id)} attempt={attempt} decide={decide} onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </Panel>
  );
}

function TechniqueRow({ technique, decide, busy, mayJudge }: { technique: CaseTechnique; decide: Decide; busy: boolean; mayJudge: boolean }) {
  const { id, name, tactic, why, span, review } = technique;
  const [reason, setReason] = useState<string | null>(null);
  const label = `${id} ${name}`;
  return (
    <li className={classes.technique} data-decision={review?.decision}>
      <div className={classes.techniqueText}>
        <a href={attackUrl(id)} target="_blank" rel="noreferrer">
          {id}
        </a>{' '}
        <strong>{name}</strong> <span className={classes.small}>{tactic}</span>
        <div className={classes.small}>
          {span && (
            <>
              <span className={classes.word}>{span.text}</span>{' '}
              {span.picture !== undefined && <>in the picture {span.picture}. </>}
            </>
          )}
          {why}
        </div>
        {review && (
          <div className={classes.small}>
            {review.decision === 'confirmed' ? 'Confirmed' : 'Rejected'} by {review.by.name}
            {review.reason && `: “${review.reason}”`}
            {mayJudge && !review.reason && reason === null && (
              <>
                {' · '}
                <button type="button" className={classes.textButton} onClick={() => setReason('')}>
                  Add a reason
                </button>
              </>
            )}
          </div>
        )}
        {review && reason !== null && (
          <form
            onSubmit={async (event) => {
              event.preventDefault();
              if (await decide(id, review.decision, reason)) setReason(null);
            }}
          >
            <Group gap="xs" mt={4} wrap="nowrap">
              <TextInput size="xs" aria-label={`Reason for ${label}`} maxLength={500} value={reason} onChange={(event) => setReason(event.currentTarget.value)} className={classes.grow} />
              <Button type="submit" size="xs" variant="light" loading={busy} disabled={reason.trim() === ''}>
                Save
              </Button>
            </Group>
          </form>
        )}
      </div>
      {mayJudge && (
        <Group gap={6} wrap="nowrap">
          {review ? (
            <ActionIcon variant="subtle" size="lg" disabled={busy} aria-label={`Take back the decision about ${label}`} title="Take back" onClick={() => void decide(id, 'undecided')}>
              <IconArrowBackUp size={18} aria-hidden="true" />
            </ActionIcon>
          ) : (
            <>
              <ActionIcon variant="default" size="lg" disabled={busy} aria-label={`Confirm ${label}`} title="Confirm" onClick={() => void decide(id, 'confirmed')}>
                <IconCheck size={18} aria-hidden="true" />
              </ActionIcon>
              <ActionIcon variant="default" size="lg" disabled={busy} aria-label={`Reject ${label}`} title="Reject" onClick={() => void decide(id, 'rejected')}>
                <IconX size={18} aria-hidden="true" />
              </ActionIcon>
            </>
          )}
        </Group>
      )}
    </li>
  );
}
