const two = (part: number): string => String(part).padStart(2, '0');

/** A moment as `<input type="datetime-local">` wants it, in this device's time; empty for none. */
export function toLocalInput(moment: Date | null): string {
  if (!moment) return '';
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}T${two(moment.getHours())}:${two(moment.getMinutes())}`;
}

/** The other way round, as ISO 8601 in UTC; null for an empty or unreadable one. */
export function fromLocalInput(text: string): string | null {
  const moment = new Date(text);
  return text === '' || Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}
