import { host, type Ports } from '../emulators/ports.ts';
import { withoutBackgroundFunctions } from './background.ts';
import { quietly } from './quietly.ts';

const emulatorVariables = ['FIRESTORE_EMULATOR_HOST', 'FIREBASE_AUTH_EMULATOR_HOST', 'FIREBASE_STORAGE_EMULATOR_HOST'] as const;

/**
 * Fills a fresh emulator suite with the demo people and incidents. Accounts with published passwords must never
 * reach a real project, so anything but a demo project inside emulators is refused.
 */
export async function seed({ ports, projectId, log }: { ports: Ports; projectId: string; log: (line: string) => void }): Promise<void> {
  const missing = emulatorVariables.filter((name) => !process.env[name]);
  if (!projectId.startsWith('demo-') || missing.length > 0) {
    const why = missing.length > 0 ? `${missing.join(', ')} not set` : `the project is ${projectId}`;
    throw new Error(`Demo data goes into emulators of a demo project only: ${why}.`);
  }
  const { fill } = await quietly(() => import('./fill.ts'));
  await withoutBackgroundFunctions(ports, () => fill({ projectId, storage: `${host}:${ports.storage}` }, new Date(), log));
}
