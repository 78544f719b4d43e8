import type { Action } from '@secura/domain/people/permissions';
import type { Role } from '@secura/domain/people/vocabulary';
import type { ComponentType } from 'react';

export interface AppRoute {
  path: string;
  /** Shown in the browser's tab and read out on arrival. */
  title: string;
  /** `public`: anybody; `guest`: signed-out people; `session`: signed-in people, within the shell. */
  access: 'public' | 'guest' | 'session';
  /** Needed besides a session. */
  action?: Action;
  /** Other roles are sent to where their work begins. */
  only?: Role;
  load(): Promise<{ default: ComponentType }>;
}

/** Every page of the app, each in its own chunk. One line per page; a page module exports the component as default. */
export const routes: AppRoute[] = [
  { path: '/', title: 'Secura', access: 'public', load: () => import('../landing/landing-page.tsx') },
  { path: '/login', title: 'Sign in', access: 'guest', load: () => import('../people/login-page.tsx') },
  { path: '/register', title: 'Create your account', access: 'guest', load: () => import('../people/register-page.tsx') },
  { path: '/forgot', title: 'Choose a new password', access: 'public', load: () => import('../people/forgot-page.tsx') },
  { path: '/welcome', title: 'Complete your profile', access: 'session', load: () => import('../people/welcome-page.tsx') },
  { path: '/account', title: 'Your account', access: 'session', load: () => import('../people/account-page.tsx') },
];
