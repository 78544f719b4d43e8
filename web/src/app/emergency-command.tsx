import { IconUrgent } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useCan } from './access.tsx';
import { useCommands } from './commands/registry.ts';

const EmergencyDialog = lazy(() => import('../posture/emergency-dialog.tsx').then((module) => ({ default: module.EmergencyDialog })));

/** "Declare an emergency", from any page, for those who may; on the page of an incident about that one. */
export function EmergencyCommand() {
  const allowed = useCan('emergency:declare');
  const [about, setAbout] = useState<string | null>(null);
  useCommands([
    {
      id: 'emergency.declare',
      label: 'Declare an emergency',
      section: 'General',
      keywords: 'crisis major incident commander war room',
      icon: IconUrgent,
      when: () => allowed,
      perform: ({ pathname }) => setAbout(/^\/incidents\/([\w-]+)$/.exec(pathname)?.[1] ?? ''),
    },
  ]);
  if (about === null || !allowed) return null;
  return (
    <Suspense>
      <EmergencyDialog about={about} onClose={() => setAbout(null)} />
    </Suspense>
  );
}
