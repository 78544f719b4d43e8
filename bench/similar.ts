import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { ProfileIndex } from '../domain/src/similar/index-of-profiles.ts';
import { judge } from '../domain/src/similar/pair.ts';
import { judged } from '../domain/src/similar/similar.ts';
import { root } from '../emulators/paths.ts';
import { profileReports, readProfiled, similarModel } from '../functions/src/similar/profiler.ts';
import { median, plainFigure, quantile, type Figure } from './figure.ts';
import type { OnFiles } from './run.ts';

const stored = 10_000;
const searches = 50;

/** How long it takes to make a report comparable, to find the nearest of 10,000, to judge them, and to start a fresh process for it. */
export async function benchSimilar({ log }: OnFiles): Promise<Figure[]> {
  const rows = readFileSync(join(root, 'bench', 'eval', 'data', 'similar-colleagues-dev.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { title: string; description: string });
  const made: number[] = [];
  const profiles: Float32Array[] = [];
  // The first one loads the model.
  await profileReports([rows[0]!]);
  for (const row of rows) {
    const started = performance.now();
    profiles.push((await profileReports([row]))[0]!.profile);
    made.push(performance.now() - started);
  }
  const index = new ProfileIndex(profiles[0]!.length, stored);
  for (let place = 0; place < stored; place++) index.set(String(place), profiles[place % profiles.length]!.map((value) => value + Math.random() / 100));
  const found: number[] = [];
  for (let round = 0; round < searches; round++) {
    const started = performance.now();
    index.nearest(profiles[round % profiles.length]!, judged);
    found.push(performance.now() - started);
  }
  // The nearest of its own file are the hardest: they share most words.
  const model = await similarModel();
  const own = new ProfileIndex(profiles[0]!.length, rows.length);
  profiles.forEach((profile, place) => own.set(String(place), profile));
  const weighed: number[] = [];
  for (const [place, row] of rows.entries()) {
    const started = performance.now();
    const near = own.nearest(profiles[place]!, judged, (id) => id !== String(place)).map(({ id }) => Number(id));
    judge(model, readProfiled(row, profiles[place]!), near.map((other) => readProfiled(rows[other]!, profiles[other]!)));
    weighed.push(performance.now() - started);
  }
  log(`similar: ${rows.length} reports made comparable, ${searches} searches among ${stored}`);
  const cold = await coldStart();
  return [
    plainFigure('a report made comparable, 95 %', quantile(made, 0.95), 'ms', 150),
    plainFigure(`nearest ${judged} of 10,000`, median(found), 'ms', 60),
    plainFigure('they judged, 95 %', quantile(weighed, 0.95), 'ms', 50),
    plainFigure('first comparison of a fresh process', cold.ms, 'ms', 2000),
    plainFigure('memory of it', cold.memory, 'MiB', 512),
  ];
}

const program = `
const t = performance.now();
await import(${JSON.stringify(pathToFileURL(join(root, 'functions', 'lib', 'index.js')).href)});
const { profileReports } = await import(${JSON.stringify(pathToFileURL(join(root, 'functions', 'src', 'similar', 'profiler.ts')).href)});
await profileReports([{ title: 'Odd mail', description: 'It asks for my password.' }]);
console.log(JSON.stringify({ ms: performance.now() - t, memory: process.memoryUsage().rss / 2 ** 20 }));
process.exit(0);`;

async function coldStart(): Promise<{ ms: number; memory: number }> {
  const env = { PATH: process.env.PATH, GCLOUD_PROJECT: 'demo-secura', FIREBASE_CONFIG: '{"projectId":"demo-secura"}' };
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], { env, cwd: root });
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as { ms: number; memory: number };
}
