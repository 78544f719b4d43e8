import { Button } from '@mantine/core';
import { IconCrosshair, IconSpeakerphone, IconUrgent } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Can } from './access.tsx';
import { useCommandContext } from './commands/command-center.tsx';
import { allCommands } from './commands/registry.ts';
import classes from './quick-actions.module.css';

/** What cannot wait for a menu, for those who may, and whatever the page adds to it. */
export function QuickActions({ children }: { children?: ReactNode }) {
  const context = useCommandContext();
  const run = (wanted: string) => () => allCommands().find(({ id }) => id === wanted)?.perform(context);
  return (
    <div className={classes.actions} role="group" aria-label="Quick actions">
      <Can action="emergency:declare">
        <Button variant="outline" className={classes.emergency} leftSection={<IconUrgent size={18} aria-hidden="true" />} onClick={run('emergency.declare')}>
          Declare an emergency
        </Button>
      </Can>
      <Can action="alert:publish">
        <Button variant="default" leftSection={<IconSpeakerphone size={18} aria-hidden="true" />} onClick={run('alert.publish')}>
          Publish an alert
        </Button>
      </Can>
      <Can action="observable:hunt">
        <Button variant="default" leftSection={<IconCrosshair size={18} aria-hidden="true" />} onClick={run('observable.hunt')}>
          Hunt for an observable
        </Button>
      </Can>
      {children}
    </div>
  );
}
