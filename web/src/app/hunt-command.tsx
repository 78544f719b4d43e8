import { IconCrosshair } from '@tabler/icons-react';
import { useCan } from './access.tsx';
import { useCommands } from './commands/registry.ts';

/** "Hunt for an observable", from any page, for those who may. */
export function HuntCommand() {
  const allowed = useCan('observable:hunt');
  useCommands([
    {
      id: 'observable.hunt',
      label: 'Hunt for an observable',
      section: 'Go to',
      keywords: 'indicator ioc find search link url domain ip address e-mail hash cve iban bitcoin',
      shortcut: 'g f',
      icon: IconCrosshair,
      when: () => allowed,
      perform: ({ navigate }) => navigate('/hunt'),
    },
  ]);
  return null;
}
