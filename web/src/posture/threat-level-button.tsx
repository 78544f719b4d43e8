import { threatLevelLabels } from '@secura/domain/posture/threat-level';
import { IconShieldHalf } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useCommands } from '../app/commands/registry.ts';
import classes from './posture.module.css';
import { usePosture } from './use-posture.ts';

const ThreatLevelDialog = lazy(() => import('./threat-level-dialog.tsx').then((module) => ({ default: module.ThreatLevelDialog })));

/** The organisation's threat level, on every page for everybody; opens the reason and the history. */
export function ThreatLevelButton() {
  const posture = usePosture();
  const [open, setOpen] = useState(false);
  useCommands([{ id: 'threat.level', label: 'Threat level', section: 'General', keywords: 'posture defcon elevated high severe normal', icon: IconShieldHalf, perform: () => setOpen(true) }]);
  if (!posture) return null;
  const label = threatLevelLabels[posture.level];
  return (
    <>
      <button type="button" className={classes.level} data-level={posture.level} aria-label={`Threat level: ${label.toLowerCase()}`} aria-haspopup="dialog" title={`Threat level: ${label.toLowerCase()}`} onClick={() => setOpen(true)}>
        <IconShieldHalf size={18} aria-hidden="true" />
        <span className={classes.levelName}>{label}</span>
      </button>
      {open && (
        <Suspense>
          <ThreatLevelDialog posture={posture} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
