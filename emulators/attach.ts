import { buildFunctions, buildWeb } from './build.ts';
import { findRunningSuite } from './running.ts';
import { seedSuite } from './seed.ts';
import { startSuite, suiteEnvironment, type Suite, type SuiteOptions } from './suite.ts';

/** A suite to work with, whoever started it. */
export interface Attached extends Pick<Suite, 'ports' | 'origin' | 'projectId' | 'env' | 'offset' | 'folder' | 'id' | 'services'> {
  /** True when it was running already; `stop` then leaves it alone. */
  attached: boolean;
  stop(): Promise<void>;
}

/** Uses the suite that runs at this offset, or builds, starts and seeds one with data of its own. */
export async function connectOrStart(
  offset = 0,
  options: Omit<SuiteOptions, 'offset'> & { seed?: boolean } = {},
): Promise<Attached> {
  const running = findRunningSuite(offset);
  if (running) return { ...running, env: suiteEnvironment(running), attached: true, stop: async () => {} };
  await Promise.all([buildFunctions(), buildWeb(offset)]);
  const suite = await startSuite({ ...options, offset });
  try {
    if (options.seed !== false) await seedSuite(suite, options.log ?? (() => {}));
  } catch (error) {
    await suite.stop();
    throw error;
  }
  return { ...suite, attached: false, stop: async () => void (await suite.stop()) };
}
