import { parseArgs } from 'node:util';
import { buildFunctions } from '../emulators/build.ts';
import { freeOffset, parseOffset, type Ports } from '../emulators/ports.ts';
import { seedSuite } from '../emulators/seed.ts';
import { startSuite } from '../emulators/suite.ts';
import { benchAnalysis } from './analysis.ts';
import { benchBurst } from './burst.ts';
import { benchCallables } from './callables.ts';
import { benchEvidence } from './evidence.ts';
import { table, type Figure } from './figure.ts';
import { benchFunctionsLoad } from './functions-load.ts';
import { benchMessages } from './messages.ts';
import { benchReportToQueue } from './report-to-queue.ts';
import { benchSimilar } from './similar.ts';
import { benchSweep } from './sweep.ts';
import { benchWebSize } from './web-size.ts';

/** A running suite with the demo data, for what is measured in it. */
export interface InSuite {
  place: { ports: Ports; projectId: string };
  log(line: string): void;
}

/** For what is measured of the built files alone. */
export interface OnFiles {
  offset: number;
  log(line: string): void;
}

// The burst leaves the emulators with a heap full of history and the sweep ten thousand incidents, so they come last.
const inSuite: Record<string, (bench: InSuite) => Promise<Figure[]>> = { report: benchReportToQueue, messages: benchMessages, callables: benchCallables, evidence: benchEvidence, burst: benchBurst, sweep: benchSweep };
const onFiles: Record<string, (bench: OnFiles) => Promise<Figure[]>> = { load: benchFunctionsLoad, size: benchWebSize, analysis: benchAnalysis, similar: benchSimilar };
const all = [...Object.keys(inSuite), ...Object.keys(onFiles)];

const help = `npm run bench -- [options]

  --only NAME       one of ${all.join(', ')}
  --json            print one JSON object {figures: [...]} and nothing else (with npm run -s)
  --port-offset N   where to start the emulators; a free place otherwise`;

const { values } = parseArgs({
  options: { only: { type: 'string' }, json: { type: 'boolean', default: false }, 'port-offset': { type: 'string' }, help: { type: 'boolean', default: false } },
});

async function measure(names: readonly string[], log: (line: string) => void): Promise<Figure[]> {
  const offset = values['port-offset'] ? parseOffset(values['port-offset']) : await freeOffset(14_000);
  const figures: Figure[] = [];
  await buildFunctions();
  const needed = names.filter((name) => name in inSuite);
  if (needed.length > 0) {
    const suite = await startSuite({ offset, extraCodebases: [{ codebase: 'floor', source: 'bench/floor' }], services: ['auth', 'firestore', 'functions', 'storage'], log });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void suite.stop().finally(() => process.exit(1)));
    try {
      await seedSuite(suite, log);
      // One after another: at the same time they would measure one another.
      for (const name of needed) figures.push(...(await inSuite[name]!({ place: suite, log })));
    } finally {
      await suite.stop();
    }
  }
  for (const name of names.filter((candidate) => candidate in onFiles)) figures.push(...(await onFiles[name]!({ offset, log })));
  return figures;
}

async function main(): Promise<void> {
  if (values.help) {
    console.log(help);
    return;
  }
  if (values.only && !all.includes(values.only)) throw new Error(`There is no bench ${values.only}.\n\n${help}`);
  const print = process.stdout.write.bind(process.stdout);
  // What functions log while the demo data is made goes to standard output too, where one object only is wanted.
  if (values.json) process.stdout.write = process.stderr.write.bind(process.stderr);
  const log = (line: string): void => console.log(line);
  const figures = await measure(values.only ? [values.only] : all, log);
  print(values.json ? `${JSON.stringify({ figures })}\n` : `\n${table(figures)}\n`);
  process.exitCode = figures.every(({ ok }) => ok) ? 0 : 1;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
// Client SDKs keep sockets open for a while.
process.exit();
