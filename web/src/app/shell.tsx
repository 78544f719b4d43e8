import { QueryClientProvider } from '@tanstack/react-query';
import { IconBell, IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, type ReactNode } from 'react';
import { Link, NavLink } from 'react-router';
import { queryClient } from '../firebase/query-client.ts';
import { useMe } from '../firebase/session.ts';
import { Bell } from '../notifications/bell.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Logo } from '../ui/logo.tsx';
import { homeOf } from './access.tsx';
import { CriticalAlerts } from '../alerts/critical-alerts.tsx';
import { ThreatLevelButton } from '../posture/threat-level-button.tsx';
import { AlertCommand } from './alert-command.tsx';
import { useBackground } from './background.ts';
import { CommandCenter, useCommandContext } from './commands/command-center.tsx';
import { allCommands, useCommands } from './commands/registry.ts';
import { Connection } from './connection.tsx';
import { EmergencyCommand } from './emergency-command.tsx';
import { HuntCommand } from './hunt-command.tsx';
import { navigationFor, preload } from './navigation.ts';
import classes from './shell.module.css';
import { UserMenu } from './user-menu.tsx';
import { VerifyBanner } from './verify-banner.tsx';

// Employees learn of an emergency by its alert and the threat level: they need not load this.
const EmergencyBanners = lazy(() => import('../posture/emergency-banners.tsx').then((module) => ({ default: module.EmergencyBanners })));

/** Header, navigation and main part of every page behind the sign-in. */
export function Shell({ children }: { children: ReactNode }) {
  const me = useMe();
  const context = useCommandContext();
  const navigation = navigationFor(me.role);
  useBackground(me.role !== null);

  const admin = me.role === 'admin';
  const isTeam = admin || me.role === 'security_team';
  useCommands([
    { id: 'go./inbox', label: 'Go to inbox', section: 'Go to', shortcut: 'g i', keywords: 'notifications notices unread', icon: IconBell, when: () => me.role !== null, perform: ({ navigate }) => navigate('/inbox') },
    { id: 'go./inbox/preferences', label: 'Notification preferences', section: 'General', keywords: 'what you are told of mail quiet hours digest', when: () => me.role !== null, perform: ({ navigate }) => navigate('/inbox/preferences') },
    { id: 'go./mail', label: 'Undelivered mail', section: 'General', keywords: 'failed e-mail outbox bounced retry', when: () => admin, perform: ({ navigate }) => navigate('/mail') },
  ]);
  useCommands(
    navigation.map((entry) => ({
      id: `go.${entry.path}`,
      label: `Go to ${entry.label.toLowerCase()}`,
      section: 'Go to',
      shortcut: `g ${entry.key}`,
      icon: entry.icon,
      perform: ({ navigate }) => navigate(entry.path),
    })),
  );

  const links = (below: boolean) =>
    navigation.map(({ path, label, short, icon: Icon }) => (
      <NavLink key={path} to={path} className={classes.link} onPointerEnter={() => preload(path)} onFocus={() => preload(path)}>
        <Icon size={20} aria-hidden="true" />
        {below ? (short ?? label) : label}
      </NavLink>
    ));

  return (
    <QueryClientProvider client={queryClient}>
      <header className={classes.header}>
        <div className={classes.bar}>
          <Link to={homeOf(me)} className={classes.brand}>
            <Logo />
            Secura
          </Link>
          <nav aria-label="Main" className={classes.nav}>
            {links(false)}
          </nav>
          <Connection />
          {me.role && <ThreatLevelButton />}
          <button
            type="button"
            className={classes.search}
            onClick={() => allCommands().find(({ id }) => id === 'app.palette')?.perform(context)}
          >
            <IconSearch size={18} aria-hidden="true" />
            <span className="visually-hidden">Search commands</span>
            <span className={classes.searchKeys}>
              <Kbd keys="mod+k" />
            </span>
          </button>
          {me.role && <Bell uid={me.uid} />}
          <UserMenu />
        </div>
      </header>
      <VerifyBanner />
      {isTeam && (
        <Suspense>
          <EmergencyBanners />
        </Suspense>
      )}
      <CriticalAlerts />
      <main id="main" tabIndex={-1} className={classes.main}>
        {children}
      </main>
      {navigation.length > 0 && (
        <nav aria-label="Main, below" className={classes.bottom}>
          {links(true)}
        </nav>
      )}
      <AlertCommand />
      <EmergencyCommand />
      <HuntCommand />
      <CommandCenter />
    </QueryClientProvider>
  );
}
