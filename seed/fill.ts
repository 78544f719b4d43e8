import { setWorkState } from '../functions/src/people/work-state.ts';
import { rebuildRoster } from '../functions/src/people/project.ts';
import { setOrganisation } from '../functions/src/settings/organisation.ts';
import { callerFor, seedPeople } from './accounts.ts';
import { seedAlerts } from './alerts.ts';
import { checkSeed } from './check.ts';
import { stories } from './incidents.ts';
import { inParallel } from './parallel.ts';
import { demoPeople, demoWorkStates } from './people.ts';
import { incidentIdOf, playOn, register, report, type Place } from './player.ts';
import { compareAllReports, projectAllEvents, sendAllMail } from './projections.ts';

const day = 86_400_000;

/** Fills an empty project: people, then incidents in the order of time, then what is counted from them. */
export async function fill(place: Place, now: Date, log: (line: string) => void): Promise<void> {
  await seedPeople(new Date(now.getTime() - 120 * day));
  await setOrganisation.invoke({ caller: callerFor('demo-admin'), input: { domains: ['secura.com'] }, now: new Date(now.getTime() - 119 * day) });
  await inParallel(6, stories, (story) => report(story, now));
  for (const story of stories) await register(story, now);
  await inParallel(6, stories, (story) => playOn(story, now, place));
  await seedWorkStates(now);
  await seedAlerts(now);
  const events = await projectAllEvents(now);
  await sendAllMail(now);
  await compareAllReports();
  await checkSeed(stories.length);
  log(`${demoPeople.length} people and ${stories.length} incidents with ${events} events; every history verifies`);
}

async function seedWorkStates(now: Date): Promise<void> {
  for (const [uid, { kind, story }] of Object.entries(demoWorkStates)) {
    const incidentId = story ? incidentIdOf({ key: story }) : undefined;
    await setWorkState.invoke({ caller: callerFor(uid), input: { kind, incidentId }, now: new Date(now.getTime() - 20 * 60_000) });
  }
  await rebuildRoster(now);
}
