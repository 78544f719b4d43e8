import { Modal, Title } from '@mantine/core';
import { Kbd } from '../../ui/kbd.tsx';
import { bySection, type Command, type CommandContext } from './command.ts';
import classes from './palette.module.css';
import { useAllCommands } from './registry.ts';

/** The shortcuts that work on this page, from the same definitions that make them work. */
export function ShortcutHelp({ context, onClose }: { context: CommandContext; onClose(): void }) {
  const sections = new Map<string, Command[]>();
  for (const command of bySection(useAllCommands())) {
    if (!command.shortcut || !(command.when?.(context) ?? true)) continue;
    const section = command.section ?? 'This page';
    sections.set(section, [...(sections.get(section) ?? []), command]);
  }
  return (
    <Modal opened onClose={onClose} title="Keyboard shortcuts" size="md" transitionProps={{ duration: 0 }}>
      {[...sections].map(([section, commands]) => (
        <section key={section}>
          <Title order={3} size="h5" mb="xs">
            {section}
          </Title>
          <dl className={classes.help}>
            {commands.map((command) => (
              <div key={command.id} style={{ display: 'contents' }}>
                <dt>{command.label}</dt>
                <dd>
                  <Kbd keys={command.shortcut ?? ''} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}
