import { Button } from '@mantine/core';

/** A page of a list that was asked for with one more. */
export function pageOf<T>(rows: readonly T[], limit: number): { shown: T[]; more: boolean } {
  return { shown: rows.slice(0, limit), more: rows.length > limit };
}

/** The way to older ones, where there are any. */
export function RowsEnd({ more, onMore }: { more: boolean; onMore(): void }) {
  if (!more) return null;
  return (
    <Button size="compact-sm" variant="subtle" onClick={onMore}>
      Show more
    </Button>
  );
}
