import { IconSpeakerphone } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useCan } from './access.tsx';
import { useCommands } from './commands/registry.ts';

const PublishAlertDialog = lazy(() => import('../insight/publish-alert-dialog.tsx').then((module) => ({ default: module.PublishAlertDialog })));

/** "Publish an alert", from any page, for those who may. */
export function AlertCommand() {
  const allowed = useCan('alert:publish');
  const [open, setOpen] = useState(false);
  useCommands([
    {
      id: 'alert.publish',
      label: 'Publish an alert',
      section: 'General',
      keywords: 'warn everybody announce organisation',
      icon: IconSpeakerphone,
      when: () => allowed,
      perform: () => setOpen(true),
    },
  ]);
  if (!open || !allowed) return null;
  return (
    <Suspense>
      <PublishAlertDialog onClose={() => setOpen(false)} />
    </Suspense>
  );
}
