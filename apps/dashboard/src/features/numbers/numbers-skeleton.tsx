import { Skeleton } from '@mantine/core';
import classes from './numbers.module.css';

/** The numbers as they will stand. */
export function NumbersSkeleton() {
  return (
    <div className={classes.view}>
      <div>
        <Skeleton height={27} width="min(520px, 90%)" />
        <Skeleton height={14} width={140} mt={8} mb={20} />
        <Skeleton height={106} radius="lg" />
      </div>
      <Skeleton height={364} radius="lg" />
      <div className={classes.breakdowns}>
        <Skeleton height={300} radius="lg" />
        <Skeleton height={300} radius="lg" />
      </div>
    </div>
  );
}
