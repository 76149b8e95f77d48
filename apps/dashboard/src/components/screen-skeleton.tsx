import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';

/** The shape of a screen whose code or data is on its way. */
export function ScreenSkeleton() {
  return (
    <Stack gap="lg" p="lg" maw={720} aria-busy="true">
      <VisuallyHidden role="status">Loading</VisuallyHidden>
      <Skeleton height={32} width={200} />
      <Skeleton height={88} radius="lg" />
      <Skeleton height={220} radius="lg" />
    </Stack>
  );
}
