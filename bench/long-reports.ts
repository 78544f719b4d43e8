import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { observablesOf } from '../domain/src/observables/extract.ts';
import { analyse } from '../domain/src/triage/analyse.ts';
import { root } from '../emulators/paths.ts';
import { shippedModel } from '../training/files.ts';

const length = 4096;
const reports = 100;
/** Analyses before the first one that counts: until then the engine itself is still busy compiling, in the same process. */
const warming = 400;

/**
 * How long the whole analysis of long reports, observables included, takes in a warm process, in ms each: 4 kB, made of many employees' reports,
 * which is dearer than one story of that length. `cpu` does not count what else the machine does meanwhile.
 */
export function timeLongReports(): { wall: number[]; cpu: number[] } {
  const model = shippedModel();
  const all = ['employee-train.jsonl', 'employee-heldout.jsonl']
    .flatMap((name) => readFileSync(join(root, 'bench', 'eval', 'data', name), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as { title: string; description: string })
    .map(({ title, description }) => `${title}. ${description}`)
    .join('\n');
  const long = Array.from({ length: reports }, (_, index) => ({ title: 'A long report', description: all.slice(index * length, (index + 1) * length) }));
  const whole = ({ title, description }: (typeof long)[number]): void => {
    const observables = observablesOf(`${title}\n${description}`, { ownDomains: [] });
    analyse({ title, description }, model, { observables, similarNeeded: [] });
  };
  for (let done = 0; done < warming; done++) whole(long[done % reports]!);
  const wall: number[] = [];
  const cpu: number[] = [];
  for (const report of long) {
    const before = process.cpuUsage();
    const started = performance.now();
    whole(report);
    wall.push(performance.now() - started);
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1000);
  }
  return { wall, cpu };
}
