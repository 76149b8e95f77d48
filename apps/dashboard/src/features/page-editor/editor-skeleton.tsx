import { Skeleton, Stack } from '@mantine/core';
import classes from './editor-layout.module.css';

/** The shape of an editor whose data is on its way. */
export function EditorSkeleton() {
  return (
    <>
      <Skeleton height={36} width={320} maw="100%" mb={36} />
      <div className={classes.layout} data-side="edit">
        <Skeleton className={classes.outlineShape} height={240} width={120} />
        <Stack gap="lg" className={classes.form}>
          <Skeleton height={28} width={120} />
          <Skeleton height={220} radius="lg" />
          <Skeleton height={28} width={120} />
          <Skeleton height={320} radius="lg" />
        </Stack>
        <Skeleton height={640} radius={24} className={classes.preview} />
      </div>
    </>
  );
}
