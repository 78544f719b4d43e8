import type { Incident } from '@secura/domain/incidents/incident';
import type { IncidentView } from '@secura/domain/incidents/operations';
import { Button, Group, Modal, Stack } from '@mantine/core';
import { lazy, Suspense, type ReactNode } from 'react';
import { ErrorNote } from '../../../ui/page.tsx';
import type { Attempt } from '../../shared/use-operation.ts';
import type { Mine } from '../merge.ts';

const MergePanel = lazy(() => import('./merge-panel.tsx').then((module) => ({ default: module.MergePanel })));

/**
 * The frame of every dialog that changes an incident: a form, what went wrong, and the merge when somebody else was
 * faster. Closing keeps the draft; only "Discard" throws it away.
 */
export function ActionDialog({ title, submitLabel, attempt, mine, dirty, size = 'md', children, onSubmit, onMerge, onDone, onClose, onDiscard }: {
  title: string;
  submitLabel: string;
  attempt: Attempt;
  /** What this dialog sets, for the merge. */
  mine: Mine;
  dirty: boolean;
  size?: 'md' | 'lg';
  children: ReactNode;
  onSubmit(): void;
  /** Sends what is left of mine after the merge, on top of the given version. */
  onMerge(kept: Mine, version: number): Promise<IncidentView | null>;
  onDone(): void;
  onClose(): void;
  onDiscard(): void;
}) {
  const { problem } = attempt;
  const conflict = problem?.code === 'conflict' ? problem : null;
  const shownAtField = Object.keys(attempt.fields).length > 0;
  return (
    <Modal opened onClose={onClose} title={conflict ? 'Somebody was faster' : title} size={conflict ? 'lg' : size} closeButtonProps={{ 'aria-label': 'Close' }} transitionProps={{ duration: 0 }}>
      {conflict ? (
        <Suspense>
          <MergePanel
            conflict={conflict}
            mine={mine}
            busy={attempt.busy}
            onApply={async (kept, version) => {
              if (Object.keys(kept).length === 0 || (await onMerge(kept, version))) onDone();
            }}
            onBack={attempt.forget}
          />
        </Suspense>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          <Stack gap="md">
            {children}
            {problem && !shownAtField && <ErrorNote error={problem} />}
            <Group justify="flex-end">
              {dirty && (
                <Button variant="subtle" disabled={attempt.busy} onClick={onDiscard}>
                  Discard
                </Button>
              )}
              <Button variant="default" onClick={onClose}>
                {dirty ? 'Later' : 'Cancel'}
              </Button>
              <Button type="submit" variant="gradient" loading={attempt.busy}>
                {submitLabel}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}

/** The version that a dialog was opened on. */
export function versionOf(incident: Pick<Incident, 'head'>): number {
  return incident.head?.seq ?? 0;
}
