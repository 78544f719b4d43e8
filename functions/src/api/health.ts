import { db } from '../platform/firebase.ts';
import { healthCheckFailed } from '../platform/logs.ts';

const patience = 3000;
const service = 'Secura Backend';

export type Health = { status: 'healthy'; service: string } | { status: 'unhealthy'; service: string; failing: string[] };

/** Does what every request depends on really answer: a read from Firestore and the service that verifies tokens. */
const checks: Record<string, () => Promise<unknown>> = {
  firestore: () => db().doc('counters/health').get(),
  roster: async () => {
    if (!(await db().doc('team/roster').get()).exists) throw new Error('There is no team/roster: no security team has been set up.');
  },
};

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
