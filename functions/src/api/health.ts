import { auth, db } from '../platform/firebase.ts';
import { healthCheckFailed } from '../platform/logs.ts';
import { readObject } from '../platform/storage.ts';

const patience = 3000;
const service = 'Secura Backend';

export type Health = { status: 'healthy'; service: string } | { status: 'unhealthy'; service: string; failing: string[] };

/** What requests depend on, each asked for something that is not there: that it says so is its answer. */
const checks: Record<string, () => Promise<unknown>> = {
  firestore: () => db().doc('counters/health').get(),
  auth: async () =>
    (await auth()).getUser('health').catch((error: unknown) => {
      if ((error as { code?: unknown }).code !== 'auth/user-not-found') throw error;
    }),
  storage: () => readObject('health', 0),
};

/** Anybody may ask: no more often than this do the services hear of it. */
const freshMs = 2000;
let latest: { at: number; health: Promise<Health> } | undefined;

/** How things stand, at most two seconds old. */
export function currentHealth(check: () => Promise<Health> = checkHealth, now = Date.now()): Promise<Health> {
  if (!latest || now - latest.at >= freshMs) latest = { at: now, health: check() };
  return latest.health;
}

/** Runs all checks, each within three seconds. */
export async function checkHealth(run: Record<string, () => Promise<unknown>> = checks): Promise<Health> {
  const results = await Promise.all(
    Object.entries(run).map(async ([name, check]) => {
      try {
        await withPatience(check());
        return null;
      } catch (error) {
        healthCheckFailed(name, error);
        return name;
      }
    }),
  );
  const failing = results.filter((name) => name !== null);
  return failing.length === 0 ? { status: 'healthy', service } : { status: 'unhealthy', service, failing };
}

function withPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${patience} ms.`)), patience);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
