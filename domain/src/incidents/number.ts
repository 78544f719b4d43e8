/** `INC-2026-0047`: the year of the report (UTC) and at least four digits. */
export function formatNumber(year: number, sequence: number): string {
  return `INC-${year}-${String(sequence).padStart(4, '0')}`;
}
