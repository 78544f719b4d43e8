import type { Incident } from '@secura/domain/incidents/incident';
import { judgeTransition, needsRootCause } from '@secura/domain/incidents/lifecycle';
import { resolutionCodes, resolutions, type ResolutionCode } from '@secura/domain/incidents/vocabulary';
import { Checkbox, Textarea } from '@mantine/core';
import classes from '../case.module.css';
import { ActionDialog } from './action-dialog.tsx';
import { useActionForm } from './use-action-form.ts';

/** Says how an incident ended. What is required depends on severity and code; an administrator may go past it, on record. */
export function ResolveDialog({ incident, mayOverride, onClose }: { incident: Incident; mayOverride: boolean; onClose(): void }) {
  const empty = { code: '' as ResolutionCode | '', summary: '', rootCause: '', override: false };
  const { attempt, draft, setDraft, opened, send, onDone, frame } = useActionForm(incident, { name: 'resolve', empty, told: 'Resolved. The reporter sees it now.' }, onClose);
  const rootCauseRequired = needsRootCause(incident.severity) && !draft.override;
  const asksRootCause = rootCauseRequired || draft.code === 'mitigated' || draft.rootCause !== '';
  // Told as soon as it is chosen, not after all the writing.
  const early = draft.code && judgeTransition({ from: incident.status, to: 'resolved', severity: incident.severity, resolutionCode: draft.code, summary: '-', rootCause: '-', override: draft.override });
  const codeProblem = attempt.fields.resolutionCode ?? (early && !early.ok && early.field === 'resolutionCode' ? early.reason : null);
  const set = (change: Partial<typeof draft>) => {
    setDraft({ ...draft, ...change });
    if (Object.keys(attempt.fields).length > 0) attempt.forget();
  };

  async function resolve(expectedVersion: number) {
    const verdict = judgeTransition({
      from: incident.status,
      to: 'resolved',
      severity: incident.severity,
      resolutionCode: draft.code || undefined,
      summary: draft.summary.trim() || undefined,
      rootCause: draft.rootCause.trim() || undefined,
      override: draft.override,
    });
    // A status that somebody changed meanwhile is for the server to tell, with what happened.
    if (!verdict.ok && verdict.field !== 'to') return attempt.refuse({ [verdict.field]: verdict.reason }), null;
    return send('incidents.transition', async () => (await import('@secura/domain/incidents/operations')).TransitionInput, {
      expectedVersion,
      to: 'resolved',
      resolutionCode: draft.code,
      summary: draft.summary,
      ...(draft.rootCause.trim() && { rootCause: draft.rootCause }),
      ...(draft.override && { override: true }),
    });
  }

  return (
    <ActionDialog
      {...frame}
      title="Resolve the incident"
      submitLabel="Resolve"
      size="lg"
      mine={{ status: 'resolved' }}
      dirty={draft.code !== '' || draft.summary !== '' || draft.rootCause !== ''}
      onSubmit={async () => {
        if (await resolve(opened)) onDone();
      }}
      onMerge={(_kept, version) => resolve(version)}
    >
      <fieldset className={classes.choices} aria-describedby={codeProblem ? 'resolution-code-error' : undefined}>
        <legend>How did it end?</legend>
        <div className={classes.codes}>
          {resolutionCodes.map((code) => (
            <label key={code} className={classes.version} htmlFor={`resolution-${code}`}>
              <input type="radio" id={`resolution-${code}`} name="resolution-code" value={code} checked={draft.code === code} onChange={() => set({ code })} />
              <strong>{resolutions[code].label}</strong>
              <span className={classes.small}>{resolutions[code].meaning}</span>
            </label>
          ))}
        </div>
        {codeProblem && (
          <p id="resolution-code-error" role="alert" className={classes.fieldError}>{codeProblem}</p>
        )}
      </fieldset>
      <Textarea
        label="Summary"
        description="What happened and what was done. The reporter reads it."
        required
        autosize
        minRows={3}
        maxLength={2000}
        value={draft.summary}
        error={attempt.fields.summary}
        onChange={(event) => set({ summary: event.currentTarget.value })}
      />
      {asksRootCause && (
        <Textarea
          label="Root cause"
          description={rootCauseRequired ? 'Required at high and critical. Only the team sees it.' : 'Only the team sees it.'}
          required={rootCauseRequired}
          autosize
          minRows={2}
          maxLength={2000}
          value={draft.rootCause}
          error={attempt.fields.rootCause}
          onChange={(event) => set({ rootCause: event.currentTarget.value })}
        />
      )}
      {mayOverride && (
        <Checkbox
          label="Go past missing requirements"
          description="For administrators. The timeline records it."
          checked={draft.override}
          onChange={(event) => set({ override: event.currentTarget.checked })}
        />
      )}
    </ActionDialog>
  );
}
