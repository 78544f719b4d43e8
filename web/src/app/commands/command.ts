import type { ComponentType } from 'react';
import type { Session } from '../../firebase/session.ts';

/** What a command may look at and use. */
export interface CommandContext {
  session: Session;
  pathname: string;
  navigate(to: string): void;
}

/** One thing the app can do: button, shortcut, palette row and help line come from this one definition. */
export interface Command {
  id: string;
  label: string;
  /** Heading in the palette and the help; "This page" when missing. */
  section?: string;
  /** Other words that people may type for it. */
  keywords?: string;
  /** `mod+k`, `shift+a`, `e`, `/`, `?`, or two strokes such as `g q`. */
  shortcut?: string;
  icon?: ComponentType<{ size?: number }>;
  /** Offered only while this holds; always when missing. */
  when?(context: CommandContext): boolean;
  perform(context: CommandContext): void;
}

const general = ['Go to', 'General'];

/** What the page itself offers first, then the ways to others, then what is the same everywhere. */
export function bySection(commands: readonly Command[]): Command[] {
  const rank = ({ section = '' }: Command) => general.indexOf(section);
  return commands.toSorted((a, b) => rank(a) - rank(b));
}

/** The commands that a search for `text` offers, best first: starts of words before insides of words. */
export function searchCommands(commands: readonly Command[], text: string): Command[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const rated = commands.flatMap((command, order) => {
    const label = command.label.toLowerCase();
    const all = `${label} ${command.keywords?.toLowerCase() ?? ''} ${command.section?.toLowerCase() ?? ''}`;
    if (!words.every((word) => all.includes(word))) return [];
    const score = words.reduce((sum, word) => sum + (label.startsWith(word) ? 3 : ` ${label}`.includes(` ${word}`) ? 2 : ` ${all}`.includes(` ${word}`) ? 1 : 0), 0);
    return [{ command, score, order }];
  });
  return rated.sort((a, b) => b.score - a.score || a.order - b.order).map(({ command }) => command);
}
