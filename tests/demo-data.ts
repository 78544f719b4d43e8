import type { Suite } from '../emulators/suite.ts';
import { runTool } from './checks.ts';

/** The demo data: loaded by the first suite that needs it, and taken over from there by the others. */
export class DemoData {
  private saved: Promise<boolean> | undefined;

  /** @param folder where the first suite saves the data */
  constructor(private readonly folder: string) {}

  /** Settles when nobody loads the data any more. */
  async settled(): Promise<void> {
    await this.saved;
  }

  /** Starts a suite that has the demo data; `start` is given the folder to take it from, or nothing. */
  async startWith(start: (folder?: string) => Promise<Suite>): Promise<void> {
    // Claimed before anything is waited for, so that only one loads it.
    if (this.saved && (await this.saved)) {
      await start(this.folder);
      return;
    }
    const loaded = start().then(async (suite) => {
      await runTool(['--import', 'tsx', 'tests/seed-running.ts'], suite.env);
      await suite.save(this.folder);
    });
    // Whoever waits for a suite that failed to start loads the data himself.
    this.saved = loaded.then(
      () => true,
      () => false,
    );
    await loaded;
  }
}
