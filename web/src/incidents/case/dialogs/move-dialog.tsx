import type { Incident } from '@secura/domain/incidents/incident';
import { statusLabels, type Status } from '@secura/domain/incidents/vocabulary';
import type { Attempt } from '../../shared/use-operation.ts';
import { ActionDialog, versionOf } from './action-dialog.tsx';

/**
 * A move that needs no form: shown only to merge when somebody else moved the incident first, or to ask an
 * administrator before a step is skipped.
 */
export function MoveDialog({ incident, to, attempt, override = false, onMove, onClose }: {
  incident: Incident;
  to: Status;
  attempt: Attempt;
  override?: boolean;
  onMove(version: number): Promise<unknown>;
  onClose(): void;
}) {
  return (
    <ActionDialog
      title="Close without resolving"
      submitLabel="Close it"
      attempt={attempt}
      mine={{ status: to }}
      dirty={false}
      onSubmit={async () => {
        if (await onMove(versionOf(incident))) onClose();
      }}
      onMerge={async (_kept, version) => (await onMove(version)) as never}
      onDone={onClose}
      onClose={onClose}
      onDiscard={onClose}
    >
      {override && (
        <p style={{ margin: 0 }}>
          This incident is {statusLabels[incident.status].toLowerCase()} and has no resolution. Closing it skips what is required, and the timeline records that you did.
        </p>
      )}
    </ActionDialog>
  );
}
