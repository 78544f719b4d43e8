import { describe, expect, it } from 'vitest';
import { objection } from './boundaries.js';

describe('imports that are allowed', () => {
  it.each([
    ['domain/src/people/person.ts', 'zod'],
    ['domain/src/people/person.ts', '../incidents/vocabulary.ts'],
    ['domain/src/observables/hosts.ts', 'tldts'],
    ['domain/src/people/person.test.ts', 'vitest'],
    ['functions/src/incidents/assign.ts', '../platform/operation.ts'],
    ['functions/src/api/routes.ts', '../incidents/assign.ts'],
    ['functions/src/index.ts', './incidents/assign.ts'],
    ['functions/src/platform/firebase.ts', 'firebase-admin/firestore'],
    ['web/src/incidents/queue/page.tsx', '../../firebase/live.ts'],
    ['web/src/incidents/queue/page.tsx', '../shared/row.tsx'],
    ['web/src/app/router.tsx', '../incidents/queue/page.tsx'],
    ['web/src/firebase/app.ts', 'firebase/app'],
    ['web/src/firebase/app.ts', '@secura/domain/people/person'],
    ['seed/seed.ts', 'firebase-admin/auth'],
  ])('%s → %s', (from, target) => expect(objection(from, target)).toBeUndefined());
});

describe('imports that are not', () => {
  it.each([
    ['domain/src/people/person.ts', 'firebase-admin'],
    ['domain/src/people/person.ts', 'node:fs'],
    ['domain/src/people/person.ts', '../../../web/src/ui/page.tsx'],
    ['functions/src/incidents/assign.ts', '../triage/run.ts'],
    ['functions/src/platform/operation.ts', '../incidents/assign.ts'],
    ['functions/src/incidents/assign.ts', 'firebase-admin/firestore'],
    ['functions/src/incidents/assign.ts', '../../../web/src/ui/page.tsx'],
    ['web/src/incidents/queue/page.tsx', '../../people/roster.tsx'],
    ['web/src/incidents/queue/page.tsx', 'firebase/firestore'],
    ['web/src/ui/page.tsx', '../incidents/queue/page.tsx'],
    ['web/src/ui/page.tsx', '../../../functions/src/platform/firebase.ts'],
    ['web/src/firebase/app.ts', 'firebase-admin'],
  ])('%s → %s', (from, target) => expect(objection(from, target)).toMatch(/\w/));

  it('lets types of the Admin SDK through, which load nothing', () => {
    expect(objection('functions/src/incidents/assign.ts', 'firebase-admin/firestore', true)).toBeUndefined();
  });
});
