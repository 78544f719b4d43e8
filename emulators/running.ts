import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runFolder } from './paths.ts';
import type { Ports } from './ports.ts';
import { endProcesses, isAlive, listSuiteProcesses } from './processes.ts';

/** What others may know about a running suite; also the content of the variable SECURA_SUITE. */
export interface SuiteInfo {
  id: string;
  offset: number;
  ports: Ports;
  projectId: string;
  /** The address of the app. */
  origin: string;
  /** Where the emulators write their logs. */
  folder: string;
  services: string[];
}

const statePattern = /^suite-\d+\.json$/;

/** The file that says that a suite runs at this offset. */
export function stateFile(offset: number): string {
  return join(runFolder, `suite-${offset}.json`);
}

/** The suite that runs at this offset, when there is one. */
export function findRunningSuite(offset: number): SuiteInfo | undefined {
  const state = readState(stateFile(offset));
  return state && isAlive(state.guard) ? state : undefined;
}

/**
 * The suite that tests talk to: the one that `npm test` started, else the one at the offset in
 * SECURA_OFFSET (0 when unset) that somebody keeps running.
 */
export function suiteUnderTest(env: NodeJS.ProcessEnv = process.env): SuiteInfo {
  if (env.SECURA_SUITE) return JSON.parse(env.SECURA_SUITE) as SuiteInfo;
  const offset = Number(env.SECURA_OFFSET ?? 0);
  const running = findRunningSuite(offset);
  if (running) return running;
  throw new Error(
    'These tests need a running emulator suite: use npm test, or keep one running with ' +
      `npm start -- --port-offset ${offset} and set SECURA_OFFSET=${offset}.`,
  );
}

/** Ends what a suite left behind whose guard was killed, which nothing inside it could prevent. */
export async function clearStaleSuites(): Promise<void> {
  if (!existsSync(runFolder)) return;
  for (const name of readdirSync(runFolder).filter((entry) => statePattern.test(entry))) {
    const file = join(runFolder, name);
    const state = readState(file);
    if (state && isAlive(state.guard)) continue;
    if (state) await endProcesses(() => listSuiteProcesses(state.id));
    rmSync(file, { force: true });
  }
}

function readState(file: string): (SuiteInfo & { guard: number }) | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as SuiteInfo & { guard: number };
  } catch {
    return undefined;
  }
}
