import { Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';

/** The outline of a page that is on its way. */
export function PageSkeleton(): ReactNode {
  return (
    <Stack gap="lg" aria-busy="true">
      <Skeleton height={28} width={220} />
      <Skeleton height={120} />
      <Skeleton height={280} />
    </Stack>
  );
}
