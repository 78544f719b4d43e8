import { requireFreePorts } from '../emulators/ports.ts';
import { startSuite, type Suite } from '../emulators/suite.ts';
import { Check, notRun, runTool, runVitest, type Tally } from './checks.ts';
import { requireChromium } from './chromium.ts';

export type SuiteStage = 'rules' | 'functions' | 'e2e' | 'reads';

interface Setting {
  offset: number;
  /** Where reports of the stages go. */
  work: string;
  /** Whether the emulators begin with the demo data. What needs none is faster without: the emulator looks at all it holds for every query. */
  demoData: boolean;
  /** Whether the stages keep out of each other's way, or have to follow one another. */
  sideBySide: boolean;
}

/** Starts emulators, runs the stages in them, and ends them. */
export async function runInSuite(stages: SuiteStage[], { offset, work, demoData, sideBySide }: Setting): Promise<Tally[]> {
  const tallies: Tally[] = [];
  let suite: Suite | undefined;
  const started = new Check(`emulators for ${stages.join(' and ')} start${demoData ? ' and take the demo data' : ''}`, async () => {
    suite = await startSuite({ offset });
    if (demoData) await runTool(['--import', 'tsx', 'tests/seed-running.ts'], suite.env);
  });
  try {
    tallies.push(await started.run());
    if (!suite || !started.passed) return [...tallies, ...stages.map((stage) => notRun(stage, 'the emulators did not start'))];
    if (stages.includes('e2e') || stages.includes('reads')) {
      const browser = new Check('a browser is there', async () => void requireChromium());
      tallies.push(await browser.run());
      // Counted already, with the command that installs one.
      if (!browser.passed) return tallies;
    }
    const { env } = suite;
    if (sideBySide) return [...tallies, ...(await Promise.all(stages.map((stage) => runVitest(stage, work, env))))];
    for (const stage of stages) tallies.push(await runVitest(stage, work, env));
    return tallies;
  } finally {
    const running = suite;
    if (running) {
      const stopped = new Check(`emulators for ${stages.join(' and ')} stop and leave no process and no port behind`, async () => {
        const { leftover } = await running.stop({ exportData: false });
        if (leftover.length > 0) throw new Error(`Still running: ${leftover.join(', ')}`);
        await requireFreePorts(running.ports);
      });
      tallies.push(await stopped.run());
    }
  }
}
