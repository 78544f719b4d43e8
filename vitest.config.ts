import { defineConfig } from 'vitest/config';

const peopleLeave = ['tests/functions/people-leave.ts'];
const screens = { setupFiles: peopleLeave, isolate: false, testTimeout: 180_000, hookTimeout: 120_000, expect: { poll: { timeout: 20_000 } } };

export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['domain/src/**/*.test.ts', 'functions/src/**/*.test.ts', 'web/src/**/*.test.{ts,tsx}', 'emulators/**/*.test.ts', 'seed/**/*.test.ts', 'training/**/*.test.ts', 'scripts/**/*.test.ts'],
          testTimeout: 20_000,
          // Nothing here keeps anything between tests, and loading all modules anew for each file took half of the time.
          isolate: false,
        },
      },
      {
        test: { name: 'emulators', include: ['tests/emulators/**/*.test.ts'], testTimeout: 180_000, hookTimeout: 60_000 },
      },
      {
        test: { name: 'reads', include: ['tests/reads/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 60_000 },
      },
      {
        test: { name: 'rules', include: ['tests/rules/**/*.test.ts'], fileParallelism: false, testTimeout: 180_000, hookTimeout: 60_000 },
      },
      {
        // One process for all files: each one of its own would load the Admin SDK and all operations anew.
        test: { name: 'functions', include: ['tests/functions/*.test.ts'], setupFiles: peopleLeave, fileParallelism: false, isolate: false, testTimeout: 180_000, hookTimeout: 60_000 },
      },
      {
        // The emulator hands events out one after another, for a minute after this: only what needs no trigger comes behind it.
        test: { name: 'functions-burst', include: ['tests/functions/burst/*.test.ts'], setupFiles: peopleLeave, fileParallelism: false, testTimeout: 180_000, hookTimeout: 60_000 },
      },
      {
        // Another Firebase project in the same emulators; a process chooses once.
        test: { name: 'functions-untriggered', include: ['tests/functions/untriggered/*.test.ts'], setupFiles: peopleLeave, fileParallelism: false, isolate: false, testTimeout: 180_000, hookTimeout: 60_000 },
      },
      {
        // A Firebase project for each file.
        test: { name: 'functions-alone', include: ['tests/functions/alone/*.test.ts'], setupFiles: peopleLeave, fileParallelism: false, testTimeout: 180_000, hookTimeout: 60_000 },
      },
      {
        // Counts what happens, speaks to everybody, publishes a version or waits for a worker: nothing else may happen meanwhile.
        test: { name: 'e2e-alone', include: ['tests/e2e/alone/*.test.ts'], ...screens, fileParallelism: false, sequence: { groupOrder: 1 } },
      },
      {
        // Two at once, since a test often waits; each keeps its browser for all its files.
        test: { name: 'e2e', include: ['tests/e2e/*.test.ts'], ...screens, maxWorkers: 2, sequence: { groupOrder: 2 } },
      },
    ],
  },
});
