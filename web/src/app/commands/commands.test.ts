import { describe, expect, it, vi } from 'vitest';
import { bySection, searchCommands, type Command } from './command.ts';
import { allCommands, registerCommands } from './registry.ts';
import { createShortcutMatcher, type Stroke } from './shortcuts.ts';

const command = (id: string, label: string, more: Partial<Command> = {}): Command => ({ id, label, perform: vi.fn(), ...more });
const stroke = (key: string, more: Partial<Stroke> = {}): Stroke => ({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more });

describe('the command registry', () => {
  it('holds what is on screen, and nothing after it left', () => {
    const leave = registerCommands([command('a', 'Assign'), command('b', 'Resolve')]);
    const other = registerCommands([command('c', 'Sign out')]);
    expect(allCommands().map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    leave();
    expect(allCommands().map(({ id }) => id)).toEqual(['c']);
    other();
  });

  it('lets a page put its own command in the place of a general one', () => {
    const general = registerCommands([command('x', 'General')]);
    const page = registerCommands([command('x', 'Of the page')]);
    expect(allCommands().map(({ label }) => label)).toEqual(['Of the page']);
    page();
    expect(allCommands().map(({ label }) => label)).toEqual(['General']);
    general();
  });
});

describe('searching commands', () => {
  const commands = [command('1', 'Raise severity', { keywords: 'priority' }), command('2', 'Sign out', { keywords: 'log out leave' }), command('3', 'Go to queue', { section: 'Go to' })];
  const found = (text: string) => searchCommands(commands, text).map(({ id }) => id);

  it('offers all while nothing is typed', () => expect(found('')).toEqual(['1', '2', '3']));
  it('finds by any word of label, keywords or section', () => {
    expect(found('prio')).toEqual(['1']);
    expect(found('leave')).toEqual(['2']);
    expect(found('queue go')).toEqual(['3']);
  });
  it('puts labels that begin with the text first', () => expect(found('s')[0]).toBe('2'));
  it('puts what the page itself offers before what every page does', () => {
    const sections = [command('a', 'Sign out', { section: 'General' }), command('b', 'Go home', { section: 'Go to' }), command('c', 'Resolve', { section: 'Incident' }), command('d', 'Print')];
    expect(bySection(sections).map(({ id }) => id)).toEqual(['c', 'd', 'b', 'a']);
  });
  it('finds nothing for nonsense', () => expect(found('zzz')).toEqual([]));
});

describe('shortcuts', () => {
  const palette = command('palette', 'Palette', { shortcut: 'mod+k' });
  const help = command('help', 'Help', { shortcut: '?' });
  const search = command('search', 'Search', { shortcut: '/' });
  const queue = command('queue', 'Queue', { shortcut: 'g q' });
  const quit = command('q', 'Quit', { shortcut: 'q' });
  const bulk = command('bulk', 'All', { shortcut: 'shift+a' });
  const all = [palette, help, search, queue, quit, bulk];

  it('knows Ctrl and Cmd as one', () => {
    const match = createShortcutMatcher(() => 0);
    expect(match(stroke('k', { ctrlKey: true }), all)).toBe(palette);
    expect(match(stroke('k', { metaKey: true }), all)).toBe(palette);
    expect(match(stroke('k'), all)).toBeUndefined();
  });

  it('takes signs however the keyboard makes them', () => {
    const match = createShortcutMatcher(() => 0);
    expect(match(stroke('?', { shiftKey: true }), all)).toBe(help);
    expect(match(stroke('/', { shiftKey: true }), all)).toBe(search);
    expect(match(stroke('/'), all)).toBe(search);
  });

  it('minds Shift with letters', () => {
    const match = createShortcutMatcher(() => 0);
    expect(match(stroke('a'), all)).toBeUndefined();
    expect(match(stroke('A', { shiftKey: true }), all)).toBe(bulk);
  });

  it('understands two strokes within a second, and only then', () => {
    let now = 0;
    const match = createShortcutMatcher(() => now);
    expect(match(stroke('g'), all)).toBeUndefined();
    now = 500;
    expect(match(stroke('q'), all)).toBe(queue);
    expect(match(stroke('g'), all)).toBeUndefined();
    now = 2000;
    expect(match(stroke('q'), all)).toBe(quit);
  });
});
