import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useSession } from '../../firebase/session.ts';
import type { CommandContext } from './command.ts';
import { allCommands, useCommands } from './registry.ts';
import { createShortcutMatcher, isTyping } from './shortcuts.ts';

const Palette = lazy(() => import('./palette.tsx').then((module) => ({ default: module.Palette })));
const ShortcutHelp = lazy(() => import('./shortcut-help.tsx').then((module) => ({ default: module.ShortcutHelp })));

/** What commands get to work with on this page. */
export function useCommandContext(): CommandContext {
  const session = useSession();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  return useMemo(() => ({ session, pathname, navigate: (to) => void navigate(to) }), [session, pathname, navigate]);
}

/** Listens for shortcuts and shows the palette and the help. Mounted once by the shell. */
export function CommandCenter() {
  const context = useCommandContext();
  const [open, setOpen] = useState<'palette' | 'help' | null>(null);

  useCommands([
    { id: 'app.palette', label: 'Search commands', section: 'General', shortcut: 'mod+k', perform: () => setOpen('palette') },
    { id: 'app.help', label: 'Keyboard shortcuts', section: 'General', keywords: 'help keys', shortcut: '?', perform: () => setOpen('help') },
  ]);

  useEffect(() => {
    const match = createShortcutMatcher(Date.now);
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const modified = event.ctrlKey || event.metaKey;
      if (isTyping(event.target) && !modified) return;
      // A dialog is a world of its own: what lies behind it must not move.
      if (document.querySelector('[aria-modal="true"]')) return;
      const command = match(event, allCommands().filter(({ when }) => when?.(context) ?? true));
      if (!command) return;
      event.preventDefault();
      command.perform(context);
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [context]);

  return (
    <Suspense>
      {open === 'palette' && <Palette context={context} onClose={() => setOpen(null)} />}
      {open === 'help' && <ShortcutHelp context={context} onClose={() => setOpen(null)} />}
    </Suspense>
  );
}
