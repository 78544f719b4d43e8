import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { firestoreIndexes, indexesFile } from './write-indexes.ts';
import { permissionsPage } from './write-permissions.ts';

const committed = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

it('docs/permissions.md is that of the permissions table (npx tsx scripts/write-permissions.ts)', () => {
  expect(committed('docs/permissions.md')).toBe(permissionsPage());
});

it('firestore.indexes.json is that of the queue (npx tsx scripts/write-indexes.ts)', () => {
  expect(committed('firestore.indexes.json')).toBe(indexesFile());
});

it('the indexes stay within what Firestore takes', () => {
  const { indexes, fieldOverrides } = firestoreIndexes();
  expect(indexes.length).toBeLessThanOrEqual(200);
  expect(fieldOverrides.length).toBeLessThanOrEqual(200);
  expect(new Set(indexes.map((index) => JSON.stringify(index))).size).toBe(indexes.length);
});

it('documents that expire are deleted by Firestore, and their day makes no hot index', () => {
  const expiring = firestoreIndexes().fieldOverrides.filter((entry) => 'ttl' in entry);
  expect(expiring).toEqual(['inbox', 'limits', 'links', 'once', 'outbox'].map((collectionGroup) => ({ collectionGroup, fieldPath: 'expireAt', ttl: true, indexes: [] })));
});
