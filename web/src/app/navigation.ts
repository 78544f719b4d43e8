import { IconBook, IconHome, IconLayoutDashboard, IconListDetails, IconMessageReport, IconMessages, IconTopologyStar3 } from '@tabler/icons-react';
import type { Role } from '@secura/domain/people/vocabulary';
import type { ComponentType } from 'react';
import { routes } from './routes.tsx';

export interface NavigationEntry {
  path: string;
  label: string;
  /** Where there is room for one word. */
  short?: string;
  /** Second stroke after `g`. */
  key: string;
  roles: readonly Role[];
  icon: ComponentType<{ size?: number; 'aria-hidden'?: boolean | 'true' }>;
}

const entries: NavigationEntry[] = [
  { path: '/home', label: 'Home', key: 'h', roles: ['employee'], icon: IconHome },
  { path: '/admin', label: 'Overview', key: 'o', roles: ['admin'], icon: IconLayoutDashboard },
  { path: '/queue', label: 'Queue', key: 'q', roles: ['security_team', 'admin'], icon: IconListDetails },
  { path: '/campaigns', label: 'Campaigns', key: 'c', roles: ['security_team', 'admin'], icon: IconTopologyStar3 },
  { path: '/talk', label: 'Talk', key: 't', roles: ['employee', 'security_team', 'admin'], icon: IconMessages },
  { path: '/report', label: 'Report', key: 'r', roles: ['employee', 'security_team', 'admin'], icon: IconMessageReport },
  { path: '/guide', label: 'Security guide', short: 'Guide', key: 'g', roles: ['employee', 'security_team', 'admin'], icon: IconBook },
];

/** The main ways for a role; only pages that exist. */
export function navigationFor(role: Role | null): NavigationEntry[] {
  return entries.filter((entry) => role && entry.roles.includes(role) && routes.some((route) => route.path === entry.path));
}

/** Loads a page's code ahead, when the pointer or the focus comes near its link. */
export function preload(path: string): void {
  void routes.find((route) => route.path === path)?.load().catch(() => undefined);
}
