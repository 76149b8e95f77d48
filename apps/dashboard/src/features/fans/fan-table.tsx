import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { FragmentOf } from '@lynkify/contract';
import { useCallback, useLayoutEffect, type KeyboardEvent } from 'react';
import { useWindowRows } from '../../components/use-window-rows.js';
import { failureOf } from '../../forms/failure.js';
import { useWorkspaceTime } from '../../workspace-time.js';
import { FanRow, type FanRow_fan } from './fan-row.js';
import classes from './fan-table.module.css';

const columns = ['Fan', 'Status', 'From', 'Place', 'Joined'];
const rowHeight = { wide: 44, phone: 68 };

interface FanTableProps {
  fans: readonly ({ id: string } & FragmentOf<typeof FanRow_fan>)[];
  total: number;
  hasMore: boolean;
  loadingMore: boolean;
  moreFailed: Error | null;
  loadMore: () => void;
  /** What is shown belongs to the last filter; the new one is being asked for. */
  outdated: boolean;
}

/** The fans as a table of any length: only the rows near the window are in the document. */
export function FanTable({ fans, total, hasMore, loadingMore, moreFailed, loadMore, outdated }: FanTableProps) {
  const time = useWorkspaceTime();
  const height = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) ? rowHeight.phone : rowHeight.wide;
  const { body, top, rows, items } = useWindowRows<HTMLDivElement>({
    count: fans.length,
    estimate: height,
    keyOf: useCallback((index) => fans[index]?.id ?? index, [fans]),
    mayLoad: hasMore && !loadingMore && !moreFailed && !outdated,
    loadMore,
  });
  useLayoutEffect(() => rows.measure(), [rows, height]);

  return (
    <div role="table" aria-label="Fans" aria-rowcount={total + 1} aria-busy={outdated} className={classes.table}>
      <div role="rowgroup" className={classes.head}>
        <div role="row" aria-rowindex={1} className={classes.columns}>
          {columns.map((column) => (
            <div role="columnheader" key={column}>
              {column}
            </div>
          ))}
        </div>
      </div>
      <div ref={body} role="rowgroup" className={outdated ? `${classes.body} ${classes.outdated}` : classes.body} style={{ height: rows.getTotalSize() }} onKeyDown={walkRows}>
        {items.map(({ index, key, start }) => {
          const fan = fans[index];
          return (
            fan && (
              <div role="row" key={key} data-row={index} aria-rowindex={index + 2} className={classes.row} style={{ height, transform: `translateY(${start - top}px)` }}>
                <FanRow fan={fan} time={time} />
              </div>
            )
          );
        })}
      </div>
      {hasMore && (
        <div className={classes.more}>
          {moreFailed ? (
            <p role="alert" className={classes.failed}>
              {failureOf(moreFailed)}{' '}
              <Button variant="default" size="xs" onClick={loadMore}>
                Try again
              </Button>
            </p>
          ) : (
            <>
              <VisuallyHidden>More fans are loading</VisuallyHidden>
              <FanRowsSkeleton rows={3} />
            </>
          )}
        </div>
      )}
    </div>
  );
}

/** Arrow keys go from fan to fan; the next row is always in the document. */
function walkRows(event: KeyboardEvent<HTMLDivElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
  if (step === 0 || row === null) return;
  const next = event.currentTarget.querySelector<HTMLElement>(`[data-row="${Number(row.dataset['row']) + step}"] a`);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Rows as they will stand, without their words. */
export function FanRowsSkeleton({ rows }: { rows: number }) {
  return Array.from({ length: rows }, (_, index) => (
    <div key={index} className={`${classes.row} ${classes.waiting}`}>
      <Skeleton height={14} width={`${42 + ((index * 17) % 35)}%`} className={classes.who} />
      <Skeleton height={14} width={72} className={classes.state} />
      <Skeleton height={14} width="60%" className={classes.source} />
      <Skeleton height={14} width="70%" className={classes.place} />
      <Skeleton height={14} width={84} className={classes.joined} />
    </div>
  ));
}

/** The table before its first answer. */
export function FanTableSkeleton() {
  return (
    <div className={classes.table} aria-hidden>
      <div className={classes.head}>
        <div className={classes.columns}>
          {columns.map((column) => (
            <div key={column}>{column}</div>
          ))}
        </div>
      </div>
      <FanRowsSkeleton rows={12} />
    </div>
  );
}
