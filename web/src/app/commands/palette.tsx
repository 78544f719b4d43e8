import { Modal } from '@mantine/core';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Kbd } from '../../ui/kbd.tsx';
import { bySection, searchCommands, type Command, type CommandContext } from './command.ts';
import classes from './palette.module.css';
import { useAllCommands } from './registry.ts';

/** Everything the app can do now, by typing a few letters. */
export function Palette({ context, onClose }: { context: CommandContext; onClose(): void }) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  const offered = bySection(useAllCommands()).filter((command) => command.id !== 'app.palette' && (command.when?.(context) ?? true));
  const found = searchCommands(offered, text);
  const current = Math.min(active, found.length - 1);

  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  function run(command: Command | undefined): void {
    if (!command) return;
    onClose();
    // After the dialog gave the focus back, or it would take it from what the command opens.
    setTimeout(() => command.perform(context));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      event.preventDefault();
      return run(found[current]);
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || found.length === 0) return undefined;
    event.preventDefault();
    return setActive((current + step + found.length) % found.length);
  }

  return (
    <Modal opened onClose={onClose} withCloseButton={false} padding={0} size="lg" yOffset="12vh" attributes={{ content: { 'aria-label': 'Search commands' } }} transitionProps={{ duration: 0 }}>
      <input
        className={classes.input}
        role="combobox"
        aria-label="Search commands"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length > 0 ? `${id}-${current}` : undefined}
        aria-autocomplete="list"
        placeholder="What do you want to do?"
        data-autofocus
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul ref={list} id={`${id}-list`} role="listbox" aria-label="Commands" className={classes.list}>
        {found.map((command, index) => (
          // The keyboard is served by the combobox above, which keeps the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={command.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === current}
            className={classes.option}
            onClick={() => run(command)}
            onPointerMove={() => setActive(index)}
          >
            <span className={classes.icon}>{command.icon && <command.icon size={18} />}</span>
            <span>{command.label}</span>
            <span className={classes.section}>{command.section ?? 'This page'}</span>
            {command.shortcut && <Kbd keys={command.shortcut} />}
          </li>
        ))}
      </ul>
      {found.length === 0 && <div className={classes.nothing} role="status">Nothing here is called that. Try another word.</div>}
    </Modal>
  );
}
