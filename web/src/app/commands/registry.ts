import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Command } from './command.ts';

const groups = new Map<symbol, readonly Command[]>();
let all: readonly Command[] = [];
const listeners = new Set<() => void>();

function changed(): void {
  // A page's command wins over a general one of the same id.
  const byId = new Map<string, Command>();
  for (const commands of groups.values()) for (const command of commands) byId.set(command.id, command);
  all = [...byId.values()];
  for (const listener of listeners) listener();
}

/** Offers commands until the returned function is called. */
export function registerCommands(commands: readonly Command[]): () => void {
  const group = Symbol('commands');
  groups.set(group, commands);
  changed();
  return () => {
    groups.delete(group);
    changed();
  };
}

export function allCommands(): readonly Command[] {
  return all;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Everything that can be done now. */
export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(subscribe, allCommands);
}

/**
 * Offers the page's commands while it is on screen. The array may be made anew at each render:
 * the latest functions are called, and only a change of ids, labels or shortcuts registers again.
 */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  const shape = JSON.stringify(commands.map(({ id, label, shortcut, section, keywords }) => [id, label, shortcut, section, keywords]));
  useEffect(() => {
    const find = (id: string) => latest.current.find((command) => command.id === id);
    return registerCommands(
      latest.current.map((command) => ({
        ...command,
        when: (context) => find(command.id)?.when?.(context) ?? true,
        perform: (context) => find(command.id)?.perform(context),
      })),
    );
  }, [shape]);
}
