import { requireFreePorts } from '../emulators/ports.ts';
import { startSuite, type Suite } from '../emulators/suite.ts';
import { Check, notRun, runTool, runVitest, type Tally } from './checks.ts';

/** Emulators for some stages of `npm test`, with the demo data. Failing to start is counted once, and fails those stages. */
export class SuiteInTest {
  private suite: Suite | undefined;
  private readonly tallies: Tally[] = [];
  private markReady!: () => void;
  /** Settles once the demo data is there, or will not be. */
  readonly ready = new Promise<void>((resolve) => (this.markReady = resolve));

  constructor(private readonly offset: number) {}

  async start(): Promise<void> {
    const start = new Check('emulators start and take the demo data', async () => {
      this.suite = await startSuite({ offset: this.offset });
      await runTool(['--import', 'tsx', 'tests/seed-running.ts'], this.suite.env);
    });
    this.tallies.push(await start.run());
    this.markReady();
  }

  async test(stage: 'rules' | 'functions' | 'e2e', work: string): Promise<Tally[]> {
    return [this.suite ? await runVitest(stage, work, this.suite.env) : notRun(stage, 'the emulators did not start')];
  }

  /** Ends the emulators. @returns what start and end are counted as */
  async stop(): Promise<Tally[]> {
    await this.ready;
    const { suite } = this;
    if (!suite) return this.tallies;
    const stopped = new Check('emulators stop and leave no process and no port behind', async () => {
      const { leftover } = await suite.stop({ exportData: false });
      if (leftover.length > 0) throw new Error(`Still running: ${leftover.join(', ')}`);
      await requireFreePorts(suite.ports);
    });
    return [...this.tallies, await stopped.run()];
  }
}
