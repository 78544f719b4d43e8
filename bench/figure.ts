/** One measured figure with the bar it is held to. */
export interface Figure {
  name: string;
  value: number;
  unit: 'ms' | 'kB' | 'MiB' | 'reports' | 'documents';
  /** The same with the least that the platform can do, measured in the same run. */
  floor: number | null;
  ratio: number | null;
  /** Upper bound: of the ratio where there is a floor, else of the value; null where nothing is demanded. */
  goal: number | null;
  ok: boolean;
}

/** A figure that is compared with a floor of the same run. */
export function ratioFigure(name: string, values: readonly number[], floors: readonly number[], goal: number): Figure {
  const value = median(values);
  const floor = median(floors);
  const ratio = Math.round((value / floor) * 100) / 100;
  return { name, value: round(value), unit: 'ms', floor: round(floor), ratio, goal, ok: ratio <= goal };
}

/** A figure with an upper bound of its own, or none. */
export function plainFigure(name: string, value: number, unit: Figure['unit'], goal: number | null, holds = true): Figure {
  return { name, value: round(value), unit, floor: null, ratio: null, goal, ok: holds && (goal === null || value <= goal) };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which this share of the values lies, interpolated between neighbours. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) throw new Error('Nothing was measured.');
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return below + (above - below) * (place - Math.floor(place));
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** A table for people. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, floor, ratio, goal, ok }) => [
    ok ? 'ok' : 'MISSED',
    name,
    `${value} ${unit}`,
    floor === null ? '' : `floor ${floor} ${unit}`,
    ratio === null ? '' : `${ratio} ×`,
    goal === null ? '' : `goal ≤ ${goal}${ratio === null ? ` ${unit}` : ' ×'}`,
  ]);
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ').trimEnd()).join('\n');
}

/** Waits. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
