import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildFunctions, buildWeb } from '../emulators/build.ts';
import { webFolder } from '../emulators/config.ts';
import { root } from '../emulators/paths.ts';
import { freeOffset } from '../emulators/ports.ts';
import { Check, notRun, runTool, runVitest, type Tally } from './checks.ts';
import { runInSuite, type SuiteStage } from './in-suite.ts';

const stages = ['typecheck', 'lint', 'unit', 'build', 'size', 'emulators', 'rules', 'functions', 'e2e', 'reads'] as const;
type Stage = (typeof stages)[number];

const help = `npm test -- [--only ${stages.join(',')}]`;

/**
 * Runs every chosen stage and returns what became of them; a failed stage does not hide the next one. There are two
 * lanes, because each of them often waits, and beside them what only computes takes the processor while they do. Browsers
 * have emulators of their own, with the demo data: the others need none, and leave much to go through at every write.
 */
async function runStages(chosen: Set<Stage>, work: string): Promise<Tally[]> {
  const offset = await freeOffset(10_000);
  const functionsBuild = new Check('build of the functions', buildFunctions);
  const webBuild = new Check('build of the web app', () => buildWeb(offset));
  const wants = (...names: Stage[]): boolean => names.some((name) => chosen.has(name));
  const builds: Check[] = [];
  if (wants('build', 'size', 'e2e', 'reads')) builds.push(webBuild);
  if (wants('build', 'rules', 'functions', 'e2e', 'reads')) builds.push(functionsBuild);
  const built = await Promise.all(builds.map((build) => build.run()));

  const inSuite = (stages: SuiteStage[], needed: Check[], setting: Parameters<typeof runInSuite>[1]): Promise<Tally[]> => {
    const asked = stages.filter((stage) => chosen.has(stage));
    if (asked.length === 0) return Promise.resolve([]);
    if (needed.every((build) => build.passed)) return runInSuite(asked, setting);
    return Promise.resolve(asked.map((stage) => notRun(stage, 'the build failed')));
  };
  const code = async (): Promise<Tally[]> => [
    // The rules are tried in a project of their own, which meets no trigger.
    ...(await inSuite(['rules', 'functions'], [functionsBuild], { offset: await freeOffset(offset + 1000), work, demoData: false, sideBySide: true })),
    ...(chosen.has('emulators') ? [await runVitest('emulators', work)] : []),
    // At the end, where the screens leave a processor free.
    ...(chosen.has('unit') ? [await runVitest('unit', work)] : []),
  ];
  const screens = (): Promise<Tally[]> => inSuite(['e2e', 'reads'], [functionsBuild, webBuild], { offset, work, demoData: true, sideBySide: false });
  const reading = (): Promise<Tally[]> => readingStages(chosen, webBuild.passed ? join(root, webFolder(offset)) : null);
  return [built, ...(await Promise.all([screens(), code(), reading()]))].flat();
}

/** What looks at the code without running it, one after the other. */
async function readingStages(chosen: Set<Stage>, builtWeb: string | null): Promise<Tally[]> {
  const tallies: Tally[] = [];
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const check = async (title: string, args: string[]): Promise<void> => void tallies.push(await new Check(title, () => runTool(args, {}, true)).run());
  if (chosen.has('typecheck')) {
    for (const project of ['.', 'functions', 'web']) {
      await check(`types of ${project === '.' ? 'domain, seed and tests' : project}`, [tsc, '-p', project, '--noEmit']);
    }
  }
  if (chosen.has('lint')) await check('lint', [join(root, 'node_modules', 'oxlint', 'bin', 'oxlint'), '.']);
  if (chosen.has('size') && builtWeb) await check('size of the web app', ['--import', 'tsx', 'web/size-check.ts', builtWeb]);
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

// For emulators that live a few minutes, compiling less costs less than it gains.
process.env['JAVA_TOOL_OPTIONS'] ??= `-XX:TieredStopAtLevel=1 -XX:+UseSerialGC "-Djava.util.logging.config.file=${join(root, 'tests', 'quiet-java.properties')}"`;
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
