import { stateLabels, type EvidenceState } from '@secura/domain/evidence/states';
import { IconAlertTriangle, IconBan, IconBiohazard, IconClock, IconCloudOff, IconLoader2, IconShieldCheck } from '@tabler/icons-react';
import classes from './verdict.module.css';

const icons = {
  quarantined: IconClock,
  scanning: IconLoader2,
  clean: IconShieldCheck,
  flagged: IconAlertTriangle,
  infected: IconBiohazard,
  refused: IconBan,
  failed: IconCloudOff,
};

/** Where a file stands, as a word with a sign and a colour; the word carries the meaning. */
export function Verdict({ state }: { state: EvidenceState }) {
  const Icon = icons[state];
  return (
    <span className={classes.verdict} data-state={state}>
      <Icon size={14} aria-hidden="true" />
      {stateLabels[state]}
    </span>
  );
}
