import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Has the emulators of a suite write their data into a folder, from which another start takes it.
 * @param hub address of the suite's hub
 * @throws Error with what the hub said
 */
export async function saveData(hub: string, path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  const response = await fetch(`${hub}/_admin/export`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ path, initiatedBy: 'exit' }),
    signal: AbortSignal.timeout(120_000),
  });
  if (!response.ok) throw new Error(`The data could not be saved: ${await response.text()}`);
}
