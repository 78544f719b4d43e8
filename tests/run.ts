import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildFunctions, buildWeb } from '../emulators/build.ts';
import { webFolder } from '../emulators/config.ts';
import { root } from '../emulators/paths.ts';
import { freeOffset, requireFreePorts } from '../emulators/ports.ts';
import { seedSuite } from '../emulators/seed.ts';
import { startSuite, type Suite } from '../emulators/suite.ts';
import { Check, runTool, runVitest, type Tally } from './checks.ts';
import { requireChromium } from './chromium.ts';

const stages = ['typecheck', 'lint', 'unit', 'build', 'size', 'emulators', 'rules', 'functions', 'e2e'] as const;
type Stage = (typeof stages)[number];

/**
 * What shares running emulators. The screens have some of their own: two hundred reports at once leave the emulators with
 * much to go through at every write, and browsers that are closed leave listeners behind that they go on serving.
 */
const suites: readonly (readonly Stage[])[] = [['rules', 'functions'], ['e2e']];
const needsSuite = suites.flat();

const help = `npm test -- [--only ${stages.join(',')}]`;

/** Runs every chosen stage and returns what became of them; a failed stage does not hide the next one. */
async function runStages(chosen: Set<Stage>, work: string): Promise<Tally[]> {
  const offset = await freeOffset(10_000);
  const wants = (...names: Stage[]): boolean => names.some((name) => chosen.has(name));
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const quick: Check[] = [];
  if (chosen.has('typecheck')) {
    for (const project of ['.', 'functions', 'web']) {
      quick.push(new Check(`types of ${project === '.' ? 'domain, seed and tests' : project}`, () => runTool([tsc, '-p', project, '--noEmit'])));
    }
  }
  if (chosen.has('lint')) quick.push(new Check('lint', () => runTool([join(root, 'node_modules', 'eslint', 'bin', 'eslint.js'), '.'])));
  const functionsBuild = new Check('build of the functions', buildFunctions);
  const webBuild = new Check('build of the web app', () => buildWeb(offset));
  if (wants('build', 'size', 'e2e')) quick.push(webBuild);
  if (wants('build', ...needsSuite)) quick.push(functionsBuild);

  const tallies = await inParallel(quick);
  if (chosen.has('size') && webBuild.passed) {
    const folder = join(root, webFolder(offset));
    tallies.push(await new Check('size of the web app', () => runTool(['--import', 'tsx', 'web/size-check.ts', folder])).run());
  }
  if (chosen.has('emulators')) tallies.push(await runVitest('emulators', work));
  const unit = chosen.has('unit') ? [runVitest('unit', work)] : [];
  const suiteStages = needsSuite.filter((stage) => chosen.has(stage));
  const possible = suiteStages.filter((stage) => functionsBuild.passed && (stage !== 'e2e' || webBuild.passed));
  for (const stage of suiteStages.filter((name) => !possible.includes(name))) tallies.push(notRun(stage, 'the build failed'));
  // Most of what the suite's start takes is waiting, so the unit tests run meanwhile.
  for (const shared of suites) {
    const stagesOfIt = possible.filter((stage) => shared.includes(stage));
    if (stagesOfIt.length > 0) tallies.push(...(await runAgainstSuite(offset, stagesOfIt, work, Promise.all(unit))));
  }
  return [...tallies, ...(await Promise.all(unit))];
}

async function runAgainstSuite(offset: number, suiteStages: Stage[], work: string, meanwhile: Promise<unknown>): Promise<Tally[]> {
  const tallies: Tally[] = [];
  let suite: Suite | undefined;
  const started = new Check('emulators start and take the demo data', async () => {
    suite = await startSuite({ offset });
    await seedSuite(suite, () => {});
  });
  try {
    tallies.push(await started.run());
    await meanwhile;
    if (!suite || !started.passed) return [...tallies, ...suiteStages.map((stage) => notRun(stage, 'the emulators did not start'))];
    const { env } = suite;
    if (suiteStages.includes('e2e')) {
      const browser = await new Check('a browser is there', async () => void requireChromium()).run();
      tallies.push(browser);
      // Counted already, with the command that installs one.
      if (browser.failed > 0) return tallies;
    }
    tallies.push(...(await Promise.all(suiteStages.map((stage) => runVitest(stage, work, env)))));
    return tallies;
  } finally {
    const running = suite;
    if (running) {
      const stopped = new Check('emulators stop and leave no process and no port behind', async () => {
        const { leftover } = await running.stop({ exportData: false });
        if (leftover.length > 0) throw new Error(`Still running: ${leftover.join(', ')}`);
        await requireFreePorts(running.ports);
      });
      tallies.push(await stopped.run());
    }
  }
}

/** A stage that could not be tried has failed: nobody may read its absence as success. */
function notRun(stage: Stage, reason: string): Tally {
  console.log(`✗ ${stage}: not run, because ${reason}`);
  return { passed: 0, failed: 1, skipped: 0 };
}

/** Runs the checks with as many at a time as there are processors. */
async function inParallel(checks: Check[]): Promise<Tally[]> {
  const waiting = [...checks];
  const tallies: Tally[] = [];
  const worker = async (): Promise<void> => {
    for (let check = waiting.shift(); check; check = waiting.shift()) tallies.push(await check.run());
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, worker));
  return tallies;
}

function chosenStages(): Set<Stage> {
  const { values } = parseArgs({ options: { only: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help) {
    console.log(help);
    process.exit(0);
  }
  const asked = values.only?.split(',') ?? [...stages];
  const unknown = asked.filter((name) => !(stages as readonly string[]).includes(name));
  if (unknown.length > 0) throw new Error(`There is no stage ${unknown.join(', ')}. Usage: ${help}`);
  return new Set(asked as Stage[]);
}

const work = mkdtempSync(join(tmpdir(), 'secura-test-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => process.exit(1));
try {
  const tallies = await runStages(chosenStages(), work);
  const sum = (key: keyof Tally): number => tallies.reduce((total, tally) => total + tally[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  console.log('\n0 passed, 1 failed, 0 skipped');
  process.exitCode = 1;
}
