import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { directIdOf } from '@secura/domain/conversation/talk';
import { root } from '../../emulators/paths.ts';
import { incidentIdOf } from '../../seed/player.ts';
import { faultsLightAndDark } from './axe.ts';
import { storeDocument } from './server.ts';
import { signIn, useBrowser } from './support.ts';

const { newPage } = useBrowser();

const own = incidentIdOf({ key: 'invoice-macro' });
const campaign = `wave-${crypto.randomUUID()}`;
const question = `question-${crypto.randomUUID()}`;

/** Where each page behind the sign-in is looked at, by whom. */
const visits: Record<string, Record<string, string[]>> = {
  'demo-employee1': {
    '/home': ['/home'],
    '/report': ['/report'],
    '/report/sent/:id': [`/report/sent/${own}`],
    '/incidents/:id': [`/incidents/${own}`],
    '/talk': ['/talk'],
    '/guide': ['/guide'],
    '/account': ['/account'],
  },
  'demo-admin': { '/admin': ['/admin'], '/mail': ['/mail'] },
  'demo-lead': {
    '/queue': ['/queue'],
    '/incidents/:id': [`/incidents/${own}`, '/incidents/nothing-here'],
    '/hunt': ['/hunt'],
    '/campaigns': ['/campaigns'],
    '/campaigns/:id': [`/campaigns/${campaign}`],
    '/talk': ['/talk'],
    '/talk/questions/:id': [`/talk/questions/${question}`],
    '/talk/rooms/:id': ['/talk/rooms/general'],
    '/talk/direct/:id': [`/talk/direct/${directIdOf('demo-lead', 'demo-analyst1')}`],
    '/inbox': ['/inbox'],
    '/inbox/preferences': ['/inbox/preferences'],
  },
};
/** Looked at while somebody registers, in people.test.ts. */
const doors = ['/', '/login', '/register', '/forgot', '/welcome'];

it('leaves no page out', () => {
  const routes = [...readFileSync(join(root, 'web', 'src', 'app', 'routes.tsx'), 'utf8').matchAll(/ path: '([^']+)'/g)].map(([, path]) => path);
  expect(new Set([...doors, ...Object.values(visits).flatMap(Object.keys)])).toEqual(new Set(routes));
});

it.each(Object.keys(visits))('axe finds nothing on the pages of %s, light and dark', async (person) => {
  if (person === 'demo-lead') await begin();
  const page = await newPage();
  const [first, ...others] = Object.values(visits[person]!).flat();
  await signIn(page, person, first);
  for (const path of [first!, ...others]) {
    if (path !== first) {
      // As a link does it: loading the whole app anew for each would take most of the time.
      await page.evaluate((to) => {
        document.querySelector('h1')!.dataset['before'] = to;
        history.pushState({}, '', to);
        dispatchEvent(new PopStateEvent('popstate'));
      }, path);
    }
    // The page before stays until the next one is there.
    await page.locator('h1:not([data-before])').waitFor();
    await page.waitForFunction(() => document.querySelector('[role=status][aria-label=Loading]') === null);
    expect(await faultsLightAndDark(page), path).toEqual([]);
  }
});

async function begin(): Promise<void> {
  const now = new Date();
  const members = [{ id: own, number: 'INC-2026-0062', department: 'Finance', severity: 'critical', reportedAt: now, reporterUid: 'demo-employee1', state: 'suggested' }];
  await storeDocument(`campaigns/${campaign}`, { name: 'A wave', state: 'suggested', category: 'malware', observables: ['cdn.example'], members, memberIds: [own], firstSeenAt: now, lastSeenAt: now, createdAt: now, updatedAt: now, version: 1, notes: [] });
  await storeDocument(`questions/${question}`, { title: 'Is this mail real?', asker: { uid: 'demo-employee1', name: 'Jonas Berg' }, state: 'open', createdAt: now });
}
