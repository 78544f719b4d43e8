import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { buildFunctions, buildWeb } from './build.ts';
import { dataFolder, root } from './paths.ts';
import { host, parseOffset } from './ports.ts';
import { demoAccounts, seedSuite } from './seed.ts';
import { startSuite, type Service, type Suite } from './suite.ts';

const help = `npm start -- [options]

  --port-offset N   shift every port by N, to run beside another suite
  --fresh           forget the data of earlier runs and seed again
  --no-seed         start empty, without demo people and incidents
  --services LIST   start only some of auth,firestore,functions,storage,hosting
  --help            this text`;

interface Choices {
  offset: number;
  fresh: boolean;
  seed: boolean;
  services: Service[] | undefined;
}

function readChoices(): Choices | undefined {
  const { values } = parseArgs({
    options: {
      'port-offset': { type: 'string', default: '0' },
      fresh: { type: 'boolean', default: false },
      'no-seed': { type: 'boolean', default: false },
      services: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const services = values.services?.split(',') as Service[] | undefined;
  return { offset: parseOffset(values['port-offset']), fresh: values.fresh, seed: !values['no-seed'], services };
}

/** Each suite has its own data, so that two of them never overwrite each other's at the end. */
function dataOf(offset: number): string {
  return join(dataFolder, String(offset));
}

async function start({ offset, fresh, seed, services }: Choices): Promise<void> {
  const began = Date.now();
  const data = dataOf(offset);
  let suite: Suite | undefined = undefined;
  let stopping: Promise<void> | undefined;
  const stop = (code: number): void => {
    if (!suite) process.exit(code);
    if (stopping) return;
    stopping = shutDown(suite, data, code);
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stop(0));

  if (!services || services.includes('functions')) {
    console.log('Building the functions …');
    await buildFunctions();
  }
  if (!services || services.includes('hosting')) {
    console.log('Building the web app …');
    await buildWeb(offset);
  }
  console.log('Starting the emulators …');
  suite = await startSuite({ offset, fresh, dataFolder: data, services, log: (line) => console.log(`  ${line}`) });
  void suite.died.then((reason) => {
    if (stopping) return;
    console.error(`\n${reason}`);
    process.exit(1);
  });
  const full = !services;
  const known = existsSync(join(data, 'firebase-export-metadata.json'));
  if (seed && full && !known) {
    console.log('Loading the demo data …');
    try {
      await seedSuite(suite, (line) => console.log(`  ${line}`));
    } catch (error) {
      await suite.stop({ exportData: false });
      throw new Error(`The demo data could not be loaded, so nothing was kept and nothing runs. Start again. (${error instanceof Error ? error.message : String(error)})`, { cause: error });
    }
  }
  await printScreen(suite, data, Date.now() - began, seed && full);
}

async function shutDown(suite: Suite, data: string, code: number): Promise<void> {
  console.log('\nSaving the data and stopping …');
  const { exported, exportError, leftover } = await suite.stop();
  if (exported) console.log(`The data is in ${relative(root, data)}/, and the next start has it again.`);
  if (exportError) console.error(exportError);
  if (leftover.length > 0) console.error(`These processes could not be ended: ${leftover.join(', ')}`);
  process.exit(exportError || leftover.length > 0 ? 1 : code);
}

async function printScreen(suite: Suite, data: string, took: number, seeded: boolean): Promise<void> {
  const people = seeded ? await demoAccounts() : [];
  const width = Math.max(...people.map((person) => person.email.length));
  const secret = Math.max(...people.map((person) => person.password.length));
  const auth = `http://${host}:${suite.ports.auth}/emulator/v1/projects/${suite.projectId}/oobCodes`;
  console.log(
    [
      '',
      `Secura is running (${(took / 1000).toFixed(1)} s):  ${suite.origin}`,
      '',
      ...(people.length > 0 ? ['Demo accounts (they exist only here):'] : []),
      ...people.map(
        (person) =>
          `  ${person.email.padEnd(width)}  ${person.password.padEnd(secret)}  ${person.lead ? `${person.role}, lead` : person.role}`,
      ),
      ...(people.length > 0 ? [''] : []),
      `Mail        ${suite.origin}/dev/mailbox; verification and password links: ${auth}`,
      `Data        ${relative(root, data)}/ (saved when you stop; npm start -- --fresh begins anew)`,
      `Logs        ${relative(root, suite.folder)}/`,
      '',
      'Ctrl-C saves the data and stops everything.',
    ].join('\n'),
  );
}

try {
  const choices = readChoices();
  if (choices) await start(choices);
  else console.log(help);
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
