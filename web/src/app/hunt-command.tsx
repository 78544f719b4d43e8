import { IconCrosshair } from '@tabler/icons-react';
import { useCan } from './access.tsx';
import { useCommands } from './commands/registry.ts';

/** "Hunt for an indicator", from any page, for those who may. */
export function HuntCommand() {
  const allowed = useCan('observable:hunt');
  useCommands([
    {
      id: 'observable.hunt',
      label: 'Hunt for an indicator',
      section: 'Go to',
      keywords: 'observable ioc search link url domain ip address e-mail hash cve iban bitcoin',
      shortcut: 'g i',
      icon: IconCrosshair,
      when: () => allowed,
      perform: ({ navigate }) => navigate('/hunt'),
    },
  ]);
  return null;
}
