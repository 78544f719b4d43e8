import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { root } from '../emulators/paths.ts';
import { median, plainFigure, type Figure } from './figure.ts';
import type { OnFiles } from './run.ts';

const runs = 5;
const entry = pathToFileURL(join(root, 'functions', 'lib', 'index.js')).href;
const program = `const t = performance.now(); await import(${JSON.stringify(entry)}); console.log(performance.now() - t); process.exit(0);`;

/** How long a fresh process needs to load the functions, as at a cold start. */
export async function benchFunctionsLoad({ log }: OnFiles): Promise<Figure[]> {
  const times: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const env = { PATH: process.env.PATH, GCLOUD_PROJECT: 'demo-secura', FIREBASE_CONFIG: '{"projectId":"demo-secura"}' };
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], { env });
    // The first one reads the files from the disk.
    if (run > 0) times.push(Number(stdout.trim().split('\n').at(-1)));
  }
  log(`load of the functions: ${runs} fresh processes`);
  return [plainFigure('functions load', median(times), 'ms', 700)];
}
