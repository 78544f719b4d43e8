import type { Command } from './command.ts';

/** The parts of a keyboard event that decide; a plain object in tests. */
export interface Stroke {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

function matches(stroke: Stroke, pattern: string): boolean {
  const parts = pattern.toLowerCase().split('+');
  const key = parts.at(-1) || '+';
  const mod = parts.includes('mod');
  if (stroke.altKey || mod !== (stroke.ctrlKey || stroke.metaKey)) return false;
  if (stroke.key.toLowerCase() !== key) return false;
  // Keyboards disagree on which signs need Shift ("/" and "?"), so it counts for letters only.
  return !/^[a-z]$/.test(key) || parts.includes('shift') === stroke.shiftKey;
}

/** Finds the command of a stroke, remembering the first of two for 1 s. */
export function createShortcutMatcher(clock: () => number) {
  let first: { stroke: Stroke; at: number } | undefined;
  return function match(stroke: Stroke, commands: readonly Command[]): Command | undefined {
    const earlier = first && clock() - first.at < 1000 ? first.stroke : undefined;
    first = { stroke, at: clock() };
    const two = earlier && commands.find(({ shortcut }) => {
      const [a, b] = shortcut?.split(' ') ?? [];
      return a && b && matches(earlier, a) && matches(stroke, b);
    });
    const found = two ?? commands.find(({ shortcut }) => shortcut && !shortcut.includes(' ') && matches(stroke, shortcut));
    if (found) first = undefined;
    return found;
  };
}

/** Whether the person is typing, so that letters are text and not commands. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'range', 'file'].includes(target.type);
}
