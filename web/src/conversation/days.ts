export interface DayGroup<T> {
  /** Local calendar day, `yyyy-mm-dd`. */
  day: string;
  label: string;
  items: T[];
}

const pad = (value: number) => String(value).padStart(2, '0');

function localDay(date: Date): string {
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** Splits messages in time order into calendar days as the reader lives them. */
export function byDay<T extends { createdAt: Date }>(messages: readonly T[], now: Date): DayGroup<T>[] {
  const groups: DayGroup<T>[] = [];
  for (const message of messages) {
    const day = localDay(message.createdAt);
    const last = groups.at(-1);
    if (last?.day === day) last.items.push(message);
    else groups.push({ day, label: dayLabel(message.createdAt, now), items: [message] });
  }
  return groups;
}

function dayLabel(date: Date, now: Date): string {
  const day = localDay(date);
  if (day === localDay(now)) return 'Today';
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (day === localDay(yesterday)) return 'Yesterday';
  const year = date.getFullYear() === now.getFullYear() ? undefined : 'numeric';
  return date.toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year });
}
