import { readFragment } from '@lynkify/contract';
import { Button } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef, type KeyboardEvent } from 'react';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorState } from '../../components/error-state.js';
import { ButtonLink, TextLink } from '../../components/links.js';
import { PageHeader } from '../../components/page-header.js';
import { Picture } from '../../components/picture.js';
import rows from '../../components/rows.module.css';
import { ScreenSkeleton } from '../../components/screen-skeleton.js';
import { count, formatDate } from '../../format.js';
import { useMay } from '../../session/may.js';
import { UndoNotes, useUndo } from '../page-editor/undo.js';
import { CandidateRow } from './candidate-row.js';
import type { Decision } from './candidate-actions.js';
import { Candidate_candidate } from './candidate.js';
import classes from './candidates.module.css';
import { reviewQueue, type Reviewed } from './review-query.js';
import { useDecisions } from './use-decisions.js';

/** Every match of the workspace that waits for a person. */
export function ReviewScreen() {
  const mayWrite = useMay('releases:write');
  const list = useInfiniteQuery(reviewQueue());
  const { decide, stateOf } = useDecisions();
  const undo = useUndo<{ id: string; words: string }>();
  const items = useRef(new Map<string, HTMLLIElement>());
  const waiting = list.data?.pages.flatMap(({ nodes }) => nodes);
  if (waiting === undefined) return list.isError ? <ErrorState error={list.error} onRetry={() => void list.refetch()} retrying={list.isFetching} /> : <ScreenSkeleton />;
  const total = list.data?.pages[0]?.totalCount ?? 0;

  const settle = async (reviewed: Reviewed, decision: Decision) => {
    const at = waiting.findIndex(({ id }) => id === reviewed.id);
    const next = waiting[at + 1] ?? waiting[at - 1];
    const candidate = readFragment(Candidate_candidate, reviewed);
    if (!(await decide(candidate, decision))) return;
    if (decision === 'REJECT') undo.add(candidate.id, { id: candidate.id, words: `${candidate.platformName} is not on “${reviewed.release.title}”.` });
    else if (next) items.current.get(next.id)?.focus();
  };
  const onKey = (event: KeyboardEvent<HTMLLIElement>, reviewed: Reviewed) => {
    // Only on the row itself: its buttons and links keep their own keys.
    if (event.target !== event.currentTarget || event.metaKey || event.ctrlKey || event.altKey) return;
    const at = waiting.findIndex(({ id }) => id === reviewed.id);
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      items.current.get(waiting[at + step]?.id ?? '')?.focus();
    } else if (mayWrite && stateOf(reviewed.id).pending === null && (event.key === 'a' || event.key === 'r')) {
      event.preventDefault();
      void settle(reviewed, event.key === 'a' ? 'ACCEPT' : 'REJECT');
    }
  };

  return (
    <>
      <PageHeader title="Matches to review" lead="Links that may belong to your releases, but are not certain enough to be taken without you." />
      <UndoNotes
        entries={undo.entries}
        wordsOf={({ words }) => words}
        onUndo={(key, { id }) => {
          undo.drop(key);
          void decide({ id, conflictsWith: null }, 'REOPEN');
        }}
      />
      {waiting.length === 0 ? (
        <EmptyState icon={<IconListCheck size={28} />} title="Nothing waits for you" action={<ButtonLink variant="default" to="/releases">Go to Releases</ButtonLink>}>
          When a look-up finds something that is probably yours, but not certainly, it stands here.
        </EmptyState>
      ) : (
        <>
          <p className={classes.keys}>
            <span role="status">{count(total, 'match waits', 'matches wait')}.</span> On a row: <kbd>J</kbd> and <kbd>K</kbd> go on and back, <kbd>A</kbd> takes it, <kbd>R</kbd> turns it down.
          </p>
          <ul className={rows.rows} aria-label="Matches to review">
            {waiting.map((reviewed) => {
              const { release } = reviewed;
              return (
                <li
                  key={reviewed.id}
                  ref={(item) => {
                    if (item) items.current.set(reviewed.id, item);
                    else items.current.delete(reviewed.id);
                  }}
                  className={classes.candidate}

                  tabIndex={0}
                  onKeyDown={(event) => onKey(event, reviewed)}
                >
                  <CandidateRow
                    candidate={readFragment(Candidate_candidate, reviewed)}
                    about={
                      <span className={classes.about}>
                        <Picture picture={release.artwork} size={40} name={release.title} />
                        <span className={classes.aboutWords}>
                          For <TextLink to="/releases/$releaseId" params={{ releaseId: release.id }}>{release.title}</TextLink> by {release.artistCredit === '' ? release.artist.name : release.artistCredit}
                          {release.releaseDate !== null && `, ${formatDate(release.releaseDate)}`}
                        </span>
                      </span>
                    }
                    mayWrite={mayWrite}
                    {...stateOf(reviewed.id)}
                    onDecide={(decision) => void settle(reviewed, decision)}
                  />
                </li>
              );
            })}
          </ul>
          {list.hasNextPage && (
            <Button className={classes.more} variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              Show more
            </Button>
          )}
        </>
      )}
    </>
  );
}
