import { IconSpeakerphone } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useCan } from './access.tsx';
import { useCommands } from './commands/registry.ts';

const PublishAlertDialog = lazy(() => import('../alerts/publish-alert-dialog.tsx').then((module) => ({ default: module.PublishAlertDialog })));
const ManageAlertsDialog = lazy(() => import('../alerts/manage-alerts-dialog.tsx').then((module) => ({ default: module.ManageAlertsDialog })));

/** "Publish an alert" and "Manage alerts", from any page, for those who may. */
export function AlertCommand() {
  const allowed = useCan('alert:publish');
  const [open, setOpen] = useState<'publish' | 'manage' | null>(null);
  useCommands([
    {
      id: 'alert.publish',
      label: 'Publish an alert',
      section: 'General',
      keywords: 'warn everybody announce organisation',
      icon: IconSpeakerphone,
      when: () => allowed,
      perform: () => setOpen('publish'),
    },
    {
      id: 'alert.manage',
      label: 'Manage alerts',
      section: 'General',
      keywords: 'withdraw acknowledged acknowledgements in force',
      icon: IconSpeakerphone,
      when: () => allowed,
      perform: () => setOpen('manage'),
    },
  ]);
  if (!open || !allowed) return null;
  return (
    <Suspense>
      {open === 'publish' ? <PublishAlertDialog onClose={() => setOpen(null)} /> : <ManageAlertsDialog onClose={() => setOpen(null)} />}
    </Suspense>
  );
}
