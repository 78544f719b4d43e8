import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './paths.ts';
import type { Ports } from './ports.ts';
import { suiteEnvironment } from './suite.ts';
import type { SuiteInfo } from './running.ts';

interface DemoPerson {
  name: string;
  email: string;
  password: string;
  role: string;
  lead?: boolean;
  department: string;
}

type Seed = (options: { ports: Ports; projectId: string; log: (line: string) => void }) => Promise<void>

/** Fills a fresh suite with the demo people and incidents. */
export async function seedSuite(info: SuiteInfo, log: (line: string) => void): Promise<void> {
  Object.assign(process.env, suiteEnvironment(info));
  const { seed } = await load<{ seed: Seed }>('seed.ts');
  await seed({ ports: info.ports, projectId: info.projectId, log });
}

/** The demo accounts, to be shown where the suite was seeded. */
export async function demoAccounts(): Promise<DemoPerson[]> {
  return (await load<{ demoPeople: DemoPerson[] }>('people.ts')).demoPeople;
}

/** Loaded only when needed: the seed brings the Admin SDK with it, which takes a while. */
async function load<T>(file: string): Promise<T> {
  const path = join(root, 'seed', file);
  if (!existsSync(path)) throw new Error(`seed/${file} is missing, so there is no demo data to load.`);
  return (await import(pathToFileURL(path).href)) as T;
}
