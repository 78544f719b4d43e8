import { host, type Ports } from '../emulators/ports.ts';

/**
 * Runs something while the emulator's background functions stand still: what they would do, the work does itself
 * and at the moment that it plays, so that no history holds the minute of the seeding.
 */
export async function withoutBackgroundFunctions<T>(ports: Pick<Ports, 'hub'>, work: () => Promise<T>): Promise<T> {
  await tell(ports, 'disableBackgroundTriggers');
  try {
    return await work();
  } finally {
    await tell(ports, 'enableBackgroundTriggers');
  }
}

async function tell({ hub }: Pick<Ports, 'hub'>, order: string): Promise<void> {
  const answer = await fetch(`http://${host}:${hub}/functions/${order}`, { method: 'PUT' });
  if (!answer.ok) throw new Error(`The emulator hub refused ${order}: ${answer.status} ${await answer.text()}`);
}
