import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { buildWeb } from '../emulators/build.ts';
import { root } from '../emulators/paths.ts';
import { plainFigure, type Figure } from './figure.ts';
import type { OnFiles } from './run.ts';

const line = /^\s*(ok|OVER)\s+(.+?)\s+([\d.]+) kB of ([\d.]+)/;

/** JavaScript of each way through the app, from the check that `npm test` runs too. */
export async function benchWebSize({ offset }: OnFiles): Promise<Figure[]> {
  const folder = await buildWeb(offset);
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', join(root, 'web', 'size-check.ts'), folder], { cwd: root }, (_error, stdout, stderr) => resolve(stdout + stderr));
  });
  const figures = output.split('\n').flatMap((row) => {
    const [, verdict, name, size, bound] = line.exec(row) ?? [];
    return name ? [plainFigure(`JavaScript: ${name}`, Number(size), 'kB', Number(bound), verdict === 'ok')] : [];
  });
  if (figures.length === 0) throw new Error(`web/size-check.ts gave no sizes:\n${output}`);
  return figures;
}
