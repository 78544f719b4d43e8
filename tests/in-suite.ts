import { requireFreePorts } from '../emulators/ports.ts';
import { startSuite, type Suite } from '../emulators/suite.ts';
import { Check, notRun, runVitest, type Tally } from './checks.ts';
import { requireChromium } from './chromium.ts';
import type { DemoData } from './demo-data.ts';

export type SuiteStage = 'rules' | 'functions' | 'e2e' | 'reads';

/**
 * Starts emulators with the demo data, runs the stages in them, and ends them.
 * @param sideBySide whether the stages keep out of each other's way, or have to follow one another
 */
export async function runInSuite(offset: number, stages: SuiteStage[], work: string, demo: DemoData, sideBySide: boolean): Promise<Tally[]> {
  const tallies: Tally[] = [];
  let suite: Suite | undefined;
  const started = new Check(`emulators for ${stages.join(' and ')} start and take the demo data`, async () => {
    await demo.startWith(async (dataFolder) => (suite = await startSuite({ offset, dataFolder })));
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
