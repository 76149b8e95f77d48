import { Button } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorState } from '../../components/error-state.js';
import { ButtonLink } from '../../components/links.js';
import { PageHeader } from '../../components/page-header.js';
import { ScreenSkeleton } from '../../components/screen-skeleton.js';
import { failureOf } from '../../forms/failure.js';
import { count } from '../../format.js';
import { useMay } from '../../session/may.js';
import { UndoNotes, useUndo } from '../page-editor/undo.js';
import type { Decision } from './candidate-actions.js';
import type { Candidate } from './candidate.js';
import classes from './candidates.module.css';
import { candidateOf, ReviewList } from './review-list.js';
import { reviewQueue, type Reviewed } from './review-query.js';
import { useDecisions } from './use-decisions.js';

/** What can be taken back for a while. */
interface TurnedDown {
  turnedDown: readonly Candidate[];
  words: string;
}

/** Every match of the workspace that waits for a person. */
export function ReviewScreen() {
  const mayWrite = useMay('releases:write');
  const list = useInfiniteQuery(reviewQueue());
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
  const { decide, stateOf } = useDecisions();
  const undo = useUndo<TurnedDown>();
  const waiting = useMemo(() => data?.pages.flatMap(({ nodes }) => nodes), [data]);
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);

  if (waiting === undefined) return list.isError ? <ErrorState error={list.error} onRetry={() => void list.refetch()} retrying={list.isFetching} /> : <ScreenSkeleton />;
  const total = data?.pages[0]?.totalCount ?? 0;

  const settle = async (group: readonly Reviewed[], decision: Decision) => {
    const [first] = group;
    const candidates = group.map(candidateOf);
    if (first === undefined || !(await decide(candidates, decision))) return false;
    if (decision === 'REJECT') undo.add(first.id, { turnedDown: candidates, words: `${candidates.map(({ platformName }) => platformName).join(', ')} ${candidates.length === 1 ? 'is' : 'are'} not “${first.release.title}”.` });
    return true;
  };
  const takeBack = (key: string, { turnedDown }: TurnedDown) => {
    undo.drop(key);
    void decide(turnedDown, 'REOPEN');
  };
  const takeBackLast = () => {
    const last = undo.entries.at(-1);
    if (last) takeBack(last.key, last.entry);
  };

  return (
    <>
      <PageHeader title="Matches to review" lead="Links that may belong to your releases, but are not certain enough to be taken without you." />
      {waiting.length === 0 ? (
        <EmptyState icon={<IconListCheck size={28} />} title="Nothing waits for you" action={<ButtonLink variant="default" to="/releases">Go to Releases</ButtonLink>}>
          When a look-up finds something that is probably yours, but not certainly, it stands here.
        </EmptyState>
      ) : (
        <>
          <p className={classes.keys}>
            <span role="status">{count(total, 'match waits', 'matches wait')}.</span>
            {mayWrite && (
              <span className={classes.keysHelp}>
                {' '}On a row: <kbd>J</kbd> and <kbd>K</kbd> go on and back, <kbd>A</kbd> takes it, <kbd>R</kbd> turns it down, <kbd>U</kbd> takes that back.
              </span>
            )}
          </p>
          <ReviewList waiting={waiting} total={total} mayWrite={mayWrite} stateOf={stateOf} mayLoad={hasNextPage && !isFetchingNextPage && !isFetchNextPageError} loadMore={loadMore} settle={settle} takeBack={takeBackLast} />
          {hasNextPage && (
            <div className={classes.more}>
              {isFetchNextPageError && list.error && (
                <p role="alert" className={classes.failure}>
                  {failureOf(list.error)}
                </p>
              )}
              <Button variant="default" loading={isFetchingNextPage} onClick={loadMore}>
                Show more
              </Button>
            </div>
          )}
        </>
      )}
      <div className={classes.undo}>
        <UndoNotes entries={undo.entries} wordsOf={({ words }) => words} onUndo={takeBack} takesFocus={false} />
      </div>
    </>
  );
}
