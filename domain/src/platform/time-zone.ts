const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
    formats.set(timeZone, format);
  }
  return format;
}

/** Whether the engine knows a time zone of this IANA name. */
export function isTimeZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/** What the clock on the wall shows at a moment, as ms since the epoch as if it hung in UTC. */
export function wallTime(at: number, timeZone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(at)) part[type] = Number(value);
  return Date.UTC(part['year']!, part['month']! - 1, part['day'], part['hour'], part['minute'], part['second']) + (((at % 1000) + 1000) % 1000);
}

const day = 86_400_000;

/**
 * The first moment at which the clock on the wall shows a time: of two, where the clock is put back, the earlier; of none,
 * where it is put forward, that of the change.
 * @param wall as {@link wallTime} gives it
 */
export function momentOf(wall: number, timeZone: string): number {
  // No zone is further from UTC than 14 hours, and none changes twice within days: one offset holds before, one after.
  const [early, late] = [wall - 1.5 * day, wall + 1.5 * day];
  const [before, after] = [wallTime(early, timeZone) - early, wallTime(late, timeZone) - late];
  if (before === after) return wall - before;
  for (const moment of [wall - before, wall - after].sort((a, b) => a - b)) if (wallTime(moment, timeZone) === wall) return moment;
  let [open, change] = [early, late];
  while (change - open > 1) {
    const middle = Math.floor((open + change) / 2);
    if (wallTime(middle, timeZone) - middle === before) open = middle;
    else change = middle;
  }
  return change;
}
