import { plainStatus, severityLabels, statusLabels, visibilityLabels, type Severity, type Status, type Visibility } from '@secura/domain/incidents/vocabulary';
import { IconLock } from '@tabler/icons-react';
import classes from './badges.module.css';

/** Severity as a word with a colour; the word carries the meaning. */
export function SeverityBadge({ severity }: { severity: Severity | null }) {
  return (
    <span className={classes.badge} data-tone={severity ?? 'unknown'}>
      <span className={classes.dot} aria-hidden="true" />
      {severity ? severityLabels[severity] : 'Not rated yet'}
    </span>
  );
}

/** Where an incident stands, in the team's words; hovering shows what that means to the reporter. */
export function StatusBadge({ status }: { status: Status }) {
  return (
    <span className={classes.badge} data-tone={status} title={plainStatus[status]}>
      {statusLabels[status]}
    </span>
  );
}

/** That an incident is restricted; nothing for one that the whole team sees, as most are. */
export function VisibilityBadge({ visibility }: { visibility: Visibility }) {
  if (visibility === 'team') return null;
  return (
    <span className={classes.badge} data-tone="restricted" title="Only who is assigned, leads, administrators and the reporter see it">
      <IconLock size={13} aria-hidden="true" /> {visibilityLabels.restricted}
    </span>
  );
}

/** How sure triage is, 0 to 1. */
export function ConfidenceBar({ value, label = 'Confidence' }: { value: number; label?: string }) {
  const percent = Math.round(value * 100);
  return (
    <span className={classes.bar} role="img" aria-label={`${label} ${percent} %`}>
      <span className={classes.track}>
        <span className={classes.fill} style={{ width: `${percent}%`, display: 'block' }} />
      </span>
      {percent} %
    </span>
  );
}
