import { severities, type Severity } from '@secura/domain/incidents/vocabulary';
import type { ClockSettings, SeverityTargets } from '@secura/domain/settings/clocks';

/** The settings while they are being typed: anything may stand in a field. */
export interface TypedClocks {
  targets: Record<Severity, { acknowledge: number | string; resolve: number | string; hours: SeverityTargets['hours'] }>;
  timeZone: string;
  weekdays: string[];
  from: string;
  to: string;
  holidays: string;
}

export const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

const twoDigits = (value: number): string => String(value).padStart(2, '0');
const timeOf = (minutes: number): string => `${twoDigits(Math.floor(minutes / 60) % 24)}:${twoDigits(minutes % 60)}`;

/** What is stored, as it is shown for editing; midnight at the end of a day reads 00:00. */
export function typedOf({ targets, calendar: { timeZone, weekdays, from, to, holidays } }: ClockSettings): TypedClocks {
  return { targets, timeZone, weekdays: weekdays.map(String), from: timeOf(from), to: timeOf(to), holidays: holidays.join('\n') };
}

const numberOf = (typed: number | string): number => (typed === '' ? Number.NaN : Number(typed));

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return hours! * 60 + minutes!;
}

/** What was typed, to be judged by the schema. */
export function settingsOf({ targets, timeZone, weekdays, from, to, holidays }: TypedClocks): unknown {
  const typed = (severity: Severity) => ({ ...targets[severity], acknowledge: numberOf(targets[severity].acknowledge), resolve: numberOf(targets[severity].resolve) });
  return {
    targets: Object.fromEntries(severities.map((severity) => [severity, typed(severity)])),
    calendar: { timeZone: timeZone.trim(), weekdays: weekdays.map(Number), from: minutesOf(from), to: minutesOf(to) || 1440, holidays: holidays.split(/[\s,;]+/).filter(Boolean) },
  };
}
