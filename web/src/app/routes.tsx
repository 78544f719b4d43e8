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
  { path: '/home', title: 'Home', access: 'session', only: 'employee', load: () => import('../insight/home-page.tsx') },
  { path: '/admin', title: 'Overview', access: 'session', only: 'admin', load: () => import('../insight/admin-page.tsx') },
  { path: '/queue', title: 'Queue', access: 'session', action: 'incident:list', load: () => import('../incidents/queue/queue-page.tsx') },
  { path: '/hunt', title: 'Hunt', access: 'session', action: 'observable:hunt', load: () => import('../observables/hunt-page.tsx') },
  { path: '/campaigns', title: 'Campaigns', access: 'session', action: 'campaign:read', load: () => import('../campaigns/campaigns-page.tsx') },
  { path: '/campaigns/:id', title: 'Campaign', access: 'session', action: 'campaign:read', load: () => import('../campaigns/campaign-page.tsx') },
  { path: '/incidents/:id', title: 'Incident', access: 'session', load: () => import('./incident-route.tsx') },
  { path: '/talk', title: 'Talk', access: 'session', action: 'question:ask', load: () => import('../conversation/talk/talk-page.tsx') },
  { path: '/talk/questions/:id', title: 'Question', access: 'session', action: 'question:ask', load: () => import('../conversation/talk/question-page.tsx') },
  { path: '/talk/rooms/:id', title: 'Room', access: 'session', action: 'room:use', load: () => import('../conversation/talk/room-page.tsx') },
  { path: '/talk/direct/:id', title: 'Direct messages', access: 'session', action: 'room:use', load: () => import('../conversation/talk/direct-page.tsx') },
  { path: '/report', title: 'Report an incident', access: 'session', action: 'incident:report', load: () => import('../incidents/report/report-page.tsx') },
  { path: '/report/sent/:id', title: 'Your report', access: 'session', action: 'incident:report', load: () => import('../incidents/report/sent-page.tsx') },
  { path: '/inbox', title: 'Inbox', access: 'session', load: () => import('../notifications/inbox-page.tsx') },
  { path: '/inbox/preferences', title: 'Notification preferences', access: 'session', load: () => import('../notifications/preferences-page.tsx') },
  { path: '/mail', title: 'Undelivered mail', access: 'session', action: 'mail:retry', load: () => import('../notifications/failed-mail-page.tsx') },
  { path: '/guide', title: 'Security guide', access: 'session', load: () => import('../guide/guide-page.tsx') },
  { path: '/account', title: 'Your account', access: 'session', load: () => import('../people/account-page.tsx') },
];
