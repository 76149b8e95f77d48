import { Badge, Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorState } from '../../components/error-state.js';
import { TextLink } from '../../components/links.js';
import { Picture } from '../../components/picture.js';
import { useWindowRows } from '../../components/use-window-rows.js';
import { failureOf } from '../../forms/failure.js';
import { formatNumber } from '../../format.js';
import { outcomeWords, type Outcome } from './import-words.js';
import classes from './imports.module.css';
import { importLines, type ImportDetail, type ImportLine } from './imports-query.js';

interface ImportLinesProps {
  id: string;
  outcome: Outcome | undefined;
  going: boolean;
  kind: ImportDetail['kind'];
}

/** What became of each line. Only the rows near the window are in the document, so that ten thousand scroll as ten do. */
export function ImportLines({ id, outcome, going, kind }: ImportLinesProps) {
  const list = useInfiniteQuery(importLines(id, outcome, going));
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, isPlaceholderData, fetchNextPage } = list;
  const { data } = list;
  const lines = useMemo(() => data?.pages.flatMap(({ nodes }) => nodes), [data]);
  const { body, top, rows, items } = useWindowRows<HTMLDivElement>({
    count: lines?.length ?? 0,
    estimate: 56,
    keyOf: useCallback((index) => lines?.[index]?.number ?? index, [lines]),
    mayLoad: hasNextPage && !isFetchingNextPage && !isFetchNextPageError && !isPlaceholderData,
    loadMore: useCallback(() => void fetchNextPage(), [fetchNextPage]),
  });

  if (lines === undefined) return list.isError ? <ErrorState error={list.error} onRetry={() => void list.refetch()} retrying={list.isFetching} /> : <LinesSkeleton />;
  if (lines.length === 0) return <EmptyState title="No line stands so">{outcome === 'WAITING' ? 'Every line had its turn.' : 'Choose another outcome above.'}</EmptyState>;
  return (
    <div role="table" aria-label="Lines" aria-rowcount={(list.data?.pages[0]?.totalCount ?? 0) + 1} aria-busy={isPlaceholderData} className={classes.lines}>
      <VisuallyHidden role="rowgroup">
        <div role="row" aria-rowindex={1}>
          <span role="columnheader">{kind === 'CSV' ? 'Line' : 'Place'}</span>
          <span role="columnheader">Release</span>
          <span role="columnheader">Outcome</span>
        </div>
      </VisuallyHidden>
      <div ref={body} role="rowgroup" className={isPlaceholderData ? `${classes.linesBody} ${classes.old}` : classes.linesBody} style={{ height: rows.getTotalSize() }}>
        {items.map(({ index, key, start }) => {
          const line = lines[index];
          return (
            line && (
              <div role="row" key={key} ref={rows.measureElement} data-index={index} aria-rowindex={index + 2} className={classes.line} style={{ transform: `translateY(${start - top}px)` }}>
                <Line line={line} />
              </div>
            )
          );
        })}
      </div>
      {isFetchNextPageError && list.error && (
        <p role="alert" className={classes.moreFailed}>
          {failureOf(list.error)}{' '}
          <Button size="xs" variant="default" onClick={() => void fetchNextPage()}>
            Try again
          </Button>
        </p>
      )}
    </div>
  );
}

function Line({ line: { number, outcome, message, title, artist, release } }: { line: ImportLine }) {
  const name = title || artist || 'No title';
  return (
    <>
      <span role="cell" className={classes.number}>
        {formatNumber(number)}
      </span>
      <span role="cell" className={classes.lineWords}>
        {release && <Picture picture={release.artwork} size={32} name={release.title} />}
        <span className={classes.lineText}>
          <span className={classes.lineName}>
            {release ? (
              <TextLink to="/releases/$releaseId" params={{ releaseId: release.id }}>
                {name}
              </TextLink>
            ) : (
              name
            )}
            {title !== '' && artist !== '' && <span className={classes.lineArtist}> {artist}</span>}
          </span>
          {message !== '' && <span className={outcome === 'REFUSED' ? classes.bad : classes.lineNote}>{message}</span>}
        </span>
      </span>
      <span role="cell" className={classes.lineOutcome}>
        <Badge color={outcomeWords[outcome].color}>{outcomeWords[outcome].label}</Badge>
      </span>
    </>
  );
}

function LinesSkeleton() {
  return (
    <div className={classes.listSkeleton} aria-busy="true">
      {Array.from({ length: 8 }, (_, index) => (
        <Skeleton key={index} height={44} radius="md" />
      ))}
    </div>
  );
}
