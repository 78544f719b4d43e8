import { nextDue, pauseLabels } from '@secura/domain/incidents/clocks';
import type { Incident } from '@secura/domain/incidents/incident';
import { certaintyOf } from '@secura/domain/triage/certainty';
import { Checkbox } from '@mantine/core';
import { memo } from 'react';
import { Link } from 'react-router';
import { ConfidenceBar, SeverityBadge, StatusBadge } from '../../ui/badges.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { clockLabels, readClock } from '../shared/clock-text.ts';
import { AvatarGroup } from '../shared/person.tsx';
import classes from './queue-row.module.css';
import type { Flash } from './use-arrivals.ts';

interface RowProps {
  incident: Incident;
  /** Minutes matter here: rows render anew when this changes. */
  now: number;
  current: boolean;
  selected: boolean;
  flash: Flash | undefined;
  onSelect(id: string, selected: boolean): void;
  onCurrent(id: string): void;
}

/** The element that j and k move the focus to. */
export const rowLinkId = (id: string) => `row-${id}`;

/** One incident in the queue: a line on a wide screen, a card on a narrow one. */
export const QueueRow = memo(function QueueRow({ incident, now, current, selected, flash, onSelect, onCurrent }: RowProps) {
  const { id, number, title, reporter, department, status, severity, triage, assignees } = incident;
  return (
    <li className={classes.row} data-current={current || undefined} data-selected={selected || undefined} data-flash={flash} onFocus={() => onCurrent(id)}>
      <Checkbox
        className={classes.select}
        checked={selected}
        onChange={(event) => onSelect(id, event.currentTarget.checked)}
        aria-label={`Select ${number ?? title}`}
      />
      <div className={classes.main}>
        <div className={classes.number}>
          <span className="unbroken">{number ?? 'Numbering…'}</span> · <RelativeTime date={incident.createdAt} />
        </div>
        <Link id={rowLinkId(id)} to={`/incidents/${id}`} className={classes.title}>
          {title}
        </Link>
        <div className={classes.finding}>{findingOf(incident)}</div>
      </div>
      <div className={classes.badges}>
        <SeverityBadge severity={severity} />
        <StatusBadge status={status} />
      </div>
      <div className={classes.confidence}>
        {triage?.confidence != null && (
          <>
            <ConfidenceBar value={triage.confidence} label="Confidence of the triage" />
            <span>{certaintyOf(triage.confidence)}</span>
          </>
        )}
      </div>
      <div className={classes.reporter}>
        <span>{reporter.name}</span>
        <span className={classes.dim}>{department}</span>
      </div>
      <div className={classes.assignees}>
        <AvatarGroup people={assignees} />
      </div>
      <div className={classes.times}>
        <DueText incident={incident} now={now} />
      </div>
    </li>
  );
});

function findingOf({ triage, head }: Incident): string {
  if (!triage) return head ? 'Not triaged.' : 'Triage is under way…';
  return triage.state === 'failed' ? 'Triage failed; it can be run again.' : triage.finding;
}

function DueText({ incident, now }: { incident: Incident; now: number }) {
  const pause = incident.clocks?.pause;
  if (pause) {
    return (
      <>
        <span className={classes.dim}>Paused</span>
        <span>{pauseLabels[pause.reason]}</span>
      </>
    );
  }
  const next = incident.clocks && nextDue(incident.clocks);
  if (!next || !incident.clocks) return <span className={classes.dim}>No clock runs</span>;
  const face = readClock(incident.clocks, next.kind, incident.createdAt, new Date(now));
  return (
    <>
      <span className={classes.dim}>{clockLabels[next.kind]}</span>
      <span className={classes.due} data-state={face.state}>
        {face.text}
      </span>
    </>
  );
}
