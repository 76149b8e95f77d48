import { readFragment } from '@lynkify/contract';
import { Button } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { IconListCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, type KeyboardEvent } from 'react';
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
import type { Decision } from './candidate-actions.js';
import { groupCandidates } from './candidate-groups.js';
import { CandidateRow, DecideAll } from './candidate-row.js';
import { Candidate_candidate, type Candidate } from './candidate.js';
import classes from './candidates.module.css';
import { reviewQueue, type Reviewed } from './review-query.js';
import { useDecisions } from './use-decisions.js';

/** What can be taken back for a while. */
interface TurnedDown {
  turnedDown: readonly Candidate[];
  words: string;
}

const candidateOf = (reviewed: Reviewed): Candidate => readFragment(Candidate_candidate, reviewed);

/** Every match of the workspace that waits for a person. */
export function ReviewScreen() {
  const mayWrite = useMay('releases:write');
  const list = useInfiniteQuery(reviewQueue());
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
  const { decide, stateOf } = useDecisions();
  const undo = useUndo<TurnedDown>();
  const items = useRef(new Map<string, HTMLLIElement>());
  const end = useIntersection<HTMLDivElement>({ rootMargin: '1200px' });
  const nearEnd = end.entry?.isIntersecting ?? false;
  useEffect(() => {
    if (nearEnd && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [nearEnd, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  const waiting = list.data?.pages.flatMap(({ nodes }) => nodes);
  if (waiting === undefined) return list.isError ? <ErrorState error={list.error} onRetry={() => void list.refetch()} retrying={list.isFetching} /> : <ScreenSkeleton />;
  const total = list.data?.pages[0]?.totalCount ?? 0;

  const settle = async (group: readonly Reviewed[], decision: Decision) => {
    const [first] = group;
    const at = waiting.findIndex(({ id }) => id === first?.id);
    const next = waiting[at + group.length] ?? waiting[at - 1];
    const candidates = group.map(candidateOf);
    if (first === undefined || !(await decide(candidates, decision))) return;
    if (decision === 'REJECT') undo.add(first.id, { turnedDown: candidates, words: `${candidates.map(({ platformName }) => platformName).join(', ')} ${candidates.length === 1 ? 'is' : 'are'} not “${first.release.title}”.` });
    items.current.get(next?.id ?? '')?.focus();
  };
  const takeBack = (key: string, { turnedDown }: TurnedDown) => {
    undo.drop(key);
    void decide(turnedDown, 'REOPEN');
  };
  const onKey = (event: KeyboardEvent<HTMLLIElement>, reviewed: Reviewed) => {
    // Only on the row itself: its buttons and links keep their own keys.
    if (event.target !== event.currentTarget || event.metaKey || event.ctrlKey || event.altKey) return;
    const at = waiting.findIndex(({ id }) => id === reviewed.id);
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    const lastUndo = undo.entries.at(-1);
    if (step !== undefined) {
      event.preventDefault();
      items.current.get(waiting[at + step]?.id ?? '')?.focus();
    } else if (mayWrite && stateOf(reviewed.id).pending === null && (event.key === 'a' || event.key === 'r')) {
      event.preventDefault();
      void settle([reviewed], event.key === 'a' ? 'ACCEPT' : 'REJECT');
    } else if (event.key === 'u' && lastUndo) {
      event.preventDefault();
      takeBack(lastUndo.key, lastUndo.entry);
    }
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
          <ul className={rows.rows} aria-label="Matches to review">
            {groupCandidates(waiting, (reviewed) => ({ candidate: candidateOf(reviewed), releaseId: reviewed.release.id })).map((group) =>
              group.map((reviewed, index) => (
                <li
                  key={reviewed.id}
                  ref={(item) => {
                    if (item) items.current.set(reviewed.id, item);
                    else items.current.delete(reviewed.id);
                  }}
                  className={index === 0 ? `${classes.candidate} ${classes.far}` : `${classes.candidate} ${classes.alike}`}
                  tabIndex={0}
                  onKeyDown={(event) => onKey(event, reviewed)}
                >
                  {index === 0 && (
                    <div className={classes.about}>
                      <About release={reviewed.release} />
                      {mayWrite && <DecideAll candidates={group.map(candidateOf)} pending={stateOf(reviewed.id).pending} onDecide={(decision) => void settle(group, decision)} />}
                    </div>
                  )}
                  <CandidateRow candidate={candidateOf(reviewed)} alike={index > 0} mayWrite={mayWrite} {...stateOf(reviewed.id)} onDecide={(decision) => void settle([reviewed], decision)} />
                </li>
              )),
            )}
          </ul>
          <div ref={end.ref}>
            {hasNextPage && (
              <Button className={classes.more} variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                Show more
              </Button>
            )}
          </div>
        </>
      )}
      <div className={classes.undo}>
        <UndoNotes entries={undo.entries} wordsOf={({ words }) => words} onUndo={takeBack} takesFocus={false} />
      </div>
    </>
  );
}

/** The release that a match would belong to. */
function About({ release }: Pick<Reviewed, 'release'>) {
  const { id, title, artwork, artistCredit, artist, releaseDate } = release;
  return (
    <>
      <Picture picture={artwork} size={40} name={title} />
      <span className={classes.aboutWords}>
        For <TextLink to="/releases/$releaseId" params={{ releaseId: id }}>{title}</TextLink> by {artistCredit === '' ? artist.name : artistCredit}
        {releaseDate !== null && `, ${formatDate(releaseDate)}`}
      </span>
    </>
  );
}
