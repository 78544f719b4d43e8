import { plainFigure, quantile, type Figure } from './figure.ts';
import { timeLongReports } from './long-reports.ts';
import type { OnFiles } from './run.ts';

/** How long triage without a language model takes for a long report, observables, techniques and plan included. */
export function benchAnalysis({ log }: OnFiles): Promise<Figure[]> {
  const { wall, cpu } = timeLongReports();
  log(`analysis: ${wall.length} reports of 4 kB`);
  return Promise.resolve([plainFigure('analysis of a 4 kB report, CPU time, 95 %', quantile(cpu, 0.95), 'ms', 25), plainFigure('the same on the clock, 95 %', quantile(wall, 0.95), 'ms', null)]);
}
