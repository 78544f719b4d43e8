import type { Severity } from '@secura/domain/incidents/vocabulary';
import type { ClockSettings, SeverityTargets } from '@secura/domain/settings/clocks';

/** The settings while they are being typed: anything may stand in a field. */
export interface TypedClocks {
  targets: Record<Severity, { acknowledge: string; resolve: string; hours: SeverityTargets['hours'] }>;
  timeZone: string;
  weekdays: number[];
  from: string;
  to: string;
  holidays: string;
}

export const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

const twoDigits = (value: number): string => String(value).padStart(2, '0');
const timeOf = (minutes: number): string => `${twoDigits(Math.floor(minutes / 60) % 24)}:${twoDigits(minutes % 60)}`;

/** What is stored, as it is shown for editing; midnight at the end of a day reads 00:00. */
export function typedOf({ targets, calendar: { timeZone, weekdays, from, to, holidays } }: ClockSettings): TypedClocks {
  const shown = (severity: Severity) => ({ ...targets[severity], acknowledge: String(targets[severity].acknowledge), resolve: String(targets[severity].resolve) });
  return { targets: { critical: shown('critical'), high: shown('high'), medium: shown('medium'), low: shown('low') }, timeZone, weekdays, from: timeOf(from), to: timeOf(to), holidays: holidays.join('\n') };
}

const numberOf = (typed: string): number => (typed === '' ? Number.NaN : Number(typed));

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return hours! * 60 + minutes!;
}

/** What was typed, to be judged by the schema. */
export function settingsOf({ targets, timeZone, weekdays, from, to, holidays }: TypedClocks): unknown {
  const typed = (severity: Severity) => ({ ...targets[severity], acknowledge: numberOf(targets[severity].acknowledge), resolve: numberOf(targets[severity].resolve) });
  return {
    targets: { critical: typed('critical'), high: typed('high'), medium: typed('medium'), low: typed('low') },
    calendar: { timeZone: timeZone.trim(), weekdays, from: minutesOf(from), to: minutesOf(to) || 1440, holidays: holidays.split(/[\s,;]+/).filter(Boolean) },
  };
}
