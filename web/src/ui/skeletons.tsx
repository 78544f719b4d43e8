import { Skeleton, Stack } from '@mantine/core';

/** The shape of a list that is still loading. */
export function SkeletonRows({ rows = 4, height = 56 }: { rows?: number; height?: number }) {
  return (
    <div role="status" aria-label="Loading">
      <Stack gap="xs">
        {Array.from({ length: rows }, (_, index) => (
          <Skeleton key={index} height={height} radius="md" />
        ))}
      </Stack>
    </div>
  );
}
