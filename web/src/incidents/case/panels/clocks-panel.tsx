import { clockKinds, pauseLabels } from '@secura/domain/incidents/clocks';
import type { Incident } from '@secura/domain/incidents/incident';
import { Button } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { RelativeTime, useNow } from '../../../ui/relative-time.tsx';
import { exactTime } from '../../../ui/time.ts';
import { clockLabels, readClock } from '../../shared/clock-text.ts';
import classes from '../case.module.css';
import { Panel } from '../panel.tsx';
import type { CaseActions } from '../use-case-actions.tsx';

/** How long is left for the first response and for the resolution, and what is waited for when they stand still. */
export function ClocksPanel({ incident, note, actions }: { incident: Incident; note: string | null; actions: CaseActions }) {
  const now = useNow();
  const { clocks, createdAt } = incident;
  const action = actions.list.find(({ id }) => id === 'pause' || id === 'resume');
  return (
    <Panel
      id="clocks"
      title="Clocks"
      head={
        action && (
          <Button
            size="xs"
            variant="default"
            aria-disabled={actions.busy}
            leftSection={action.id === 'pause' ? <IconPlayerPause size={16} aria-hidden="true" /> : <IconPlayerPlay size={16} aria-hidden="true" />}
            onClick={() => !actions.busy && action.run()}
          >
            {action.label}
          </Button>
        )
      }
    >
      {!clocks && <p className={classes.dim}>They start with triage.</p>}
      {clocks &&
        clockKinds.map((kind) => {
          const face = readClock(clocks, kind, createdAt, now);
          const tone = face.state === 'over' || face.state === 'late' ? classes.late : face.state === 'soon' ? classes.soon : undefined;
          return (
            <div key={kind} className={classes.row}>
              <span>{clockLabels[kind]}</span>
              <span className={tone} title={face.state === 'paused' ? undefined : `Due ${exactTime(clocks[kind].dueAt)}`}>
                {face.text}
              </span>
            </div>
          );
        })}
      {clocks?.pause && (
        <>
          <p className={classes.dim}>
            {pauseLabels[clocks.pause.reason]}. Paused by {clocks.pause.by.name}, <RelativeTime date={clocks.pause.at} />.
            {clocks.pause.reason === 'reporter' && ' The answer lets them run on by itself.'}
          </p>
          {note && <div className={classes.quote}>{note}</div>}
        </>
      )}
      {clocks?.calendar && <p className={classes.dim}>Only working hours count.</p>}
    </Panel>
  );
}
