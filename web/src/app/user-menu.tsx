import { roleLabels } from '@secura/domain/people/vocabulary';
import { IconLogout, IconUserCircle } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useMe } from '../firebase/session.ts';
import { MenuButton } from '../ui/menu-button.tsx';
import { notify } from '../ui/notify.ts';
import { useThemeSection } from '../ui/theme-menu.tsx';
import classes from './shell.module.css';
import { useCommands } from './commands/registry.ts';

const loadDialog = () => import('./unsent-dialog.tsx');
const UnsentDialog = lazy(() => loadDialog().then((module) => ({ default: module.UnsentDialog })));
/** Whoever wants to leave a shared computer must be able to when the network is gone: this is there before it is needed. */
const loadWayOut = () => Promise.all([import('../firebase/sign-out.ts'), loadDialog(), import('../ui/toasts.tsx')]);

function initials(name: string): string {
  const words = name.replace(/@.*/, '').split(/[\s._-]+/).filter(Boolean);
  return ((words[0]?.[0] ?? '?') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase();
}

/** Who is signed in, the theme, and the way out. */
export function UserMenu() {
  const me = useMe();
  const navigate = useNavigate();
  const theme = useThemeSection();
  const [unsent, setUnsent] = useState(0);

  async function leave(force = false): Promise<void> {
    try {
      const { signOut } = await import('../firebase/auth.ts');
      setUnsent((await signOut({ force })).unsent);
    } catch {
      notify({ message: 'You are still signed in: a part of Secura could not be loaded. Check your connection and try again.', tone: 'error' });
    }
  }

  useEffect(() => {
    const timer = setTimeout(() => void loadWayOut().catch(() => undefined), 3000);
    return () => clearTimeout(timer);
  }, []);

  useCommands([
    { id: 'app.account', label: 'Your account', section: 'General', keywords: 'profile name phone settings', icon: IconUserCircle, perform: ({ navigate: go }) => go('/account') },
    { id: 'app.signOut', label: 'Sign out', section: 'General', keywords: 'log out leave', icon: IconLogout, perform: () => void leave() },
    ...theme.items.map((item) => ({ id: `app.${item.id}`, label: `Theme: ${item.label.toLowerCase()}`, section: 'General', keywords: 'colour dark light mode', perform: item.onSelect })),
  ]);

  return (
    <>
      <MenuButton
        label={`Account of ${me.name}`}
        trigger={
          <>
            <span className={classes.initials} data-initials={initials(me.name)} aria-hidden="true" />
            <span className={classes.person}>{me.name}</span>
          </>
        }
        sections={[
          {
            heading: me.role ? `${roleLabels[me.role]}${me.lead ? ', lead' : ''}` : 'Profile not complete',
            items: me.role ? [{ id: 'account', label: 'Your account', icon: <IconUserCircle size={18} aria-hidden="true" />, onSelect: () => void navigate('/account') }] : [],
          },
          theme,
          { items: [{ id: 'sign-out', label: 'Sign out', icon: <IconLogout size={18} aria-hidden="true" />, onSelect: () => void leave() }] },
        ]}
      />
      {unsent > 0 && (
        <Suspense>
          <UnsentDialog count={unsent} onStay={() => setUnsent(0)} onLeave={() => void leave(true)} />
        </Suspense>
      )}
    </>
  );
}
