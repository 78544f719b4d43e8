import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cachedByFirebaseTools, findFirestoreEmulator } from './firestore-emulator.ts';
import { findStorageRuntime } from './storage-runtime.ts';

const java = { home: '/nowhere', major: 25, compiler: true };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secura-emulator-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('takes the path from the environment before anything else', () => {
  const path = join(folder, 'mine.jar');
  writeFileSync(path, '');
  expect(findFirestoreEmulator(java, { FIRESTORE_EMULATOR_BINARY_PATH: path })).toEqual({ source: 'environment', path });
  expect(findStorageRuntime(java, { source: 'download' }, { STORAGE_EMULATOR_BINARY_PATH: path })).toEqual({ source: 'environment', path });
});

it('says which variable names a file that is not there', () => {
  expect(() => findFirestoreEmulator(java, { FIRESTORE_EMULATOR_BINARY_PATH: '/nowhere/x.jar' })).toThrow(/FIRESTORE_EMULATOR_BINARY_PATH.*does not exist/);
});

it("takes firebase-tools' own copy next, and leaves its path to firebase-tools", () => {
  const env = { FIREBASE_EMULATORS_PATH: folder };
  for (const name of ['firestore', 'storage'] as const) {
    const path = cachedByFirebaseTools(name, env);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '');
  }
  const firestore = findFirestoreEmulator(java, env);
  expect(firestore).toEqual({ source: 'firebase cache' });
  expect(findStorageRuntime(java, firestore, env)).toEqual({ source: 'firebase cache' });
});

it('leaves both downloads to firebase-tools when nothing was found', () => {
  expect(findStorageRuntime(java, { source: 'download' }, { FIREBASE_EMULATORS_PATH: folder })).toEqual({ source: 'download' });
});
