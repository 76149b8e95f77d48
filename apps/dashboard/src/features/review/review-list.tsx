import { memo, useCallback, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { readFragment } from '@lynkify/contract';
import { TextLink } from '../../components/links.js';
import { Picture } from '../../components/picture.js';
import rows from '../../components/rows.module.css';
import { useWindowRows } from '../../components/use-window-rows.js';
import { formatDate } from '../../format.js';
import type { Decision } from './candidate-actions.js';
import { groupCandidates } from './candidate-groups.js';
import { CandidateRow, DecideAll } from './candidate-row.js';
import { Candidate_candidate, type Candidate } from './candidate.js';
import classes from './candidates.module.css';
import type { Reviewed } from './review-query.js';
import type { Deciding } from './use-decisions.js';

/** What can be done to what stands in the list. */
interface Acts {
  /** Decides what stands together. @returns whether it was done */
  settle(group: readonly Reviewed[], decision: Decision): Promise<boolean>;
  /** Takes back what was turned down last, if that can still be. */
  takeBack(): void;
}

interface ReviewListProps extends Acts {
  waiting: readonly Reviewed[];
  total: number;
  mayWrite: boolean;
  stateOf: (id: string) => Deciding;
  mayLoad: boolean;
  loadMore: () => void;
}

/** A match with those of which the same is said. */
interface Entry {
  reviewed: Reviewed;
  group: readonly Reviewed[];
  /** Its place among them. */
  place: number;
}

export const candidateOf = (reviewed: Reviewed): Candidate => readFragment(Candidate_candidate, reviewed);

/** Height of a match that was not drawn yet. */
const usualHeight = 180;

/** The queue, of any length. Decided by its buttons or, row by row, by keys. */
export function ReviewList({ waiting, total, mayWrite, stateOf, mayLoad, loadMore, settle, takeBack }: ReviewListProps) {
  const entries = useMemo(
    () => groupCandidates(waiting, (reviewed) => ({ candidate: candidateOf(reviewed), releaseId: reviewed.release.id })).flatMap((group) => group.map((reviewed, place): Entry => ({ reviewed, group, place }))),
    [waiting],
  );
  const [focused, setFocused] = useState<string | null>(null);
  const { body, top, rows: virtual, items } = useWindowRows<HTMLUListElement>({
    count: entries.length,
    estimate: usualHeight,
    keyOf: useCallback((index) => entries[index]?.reviewed.id ?? index, [entries]),
    keep: focused === null ? undefined : entries.findIndex(({ reviewed }) => reviewed.id === focused),
    mayLoad,
    loadMore,
  });

  const focusOn = (entry: Entry | undefined) => body.current?.querySelector<HTMLElement>(`[data-match="${entry?.reviewed.id ?? ''}"]`)?.focus();
  const decide = async (group: readonly Reviewed[], decision: Decision) => {
    const at = entries.findIndex(({ reviewed }) => reviewed.id === group[0]?.id);
    const next = entries[at + group.length] ?? entries[at - 1];
    if (await settle(group, decision)) focusOn(next);
  };
  const press = (event: KeyboardEvent<HTMLLIElement>, index: number) => {
    // Only on the row itself: its buttons and links keep their own keys.
    if (event.target !== event.currentTarget || event.metaKey || event.ctrlKey || event.altKey) return;
    const reviewed = entries[index]?.reviewed;
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      focusOn(entries[index + step]);
    } else if (reviewed && mayWrite && stateOf(reviewed.id).pending === null && (event.key === 'a' || event.key === 'r')) {
      event.preventDefault();
      void decide([reviewed], event.key === 'a' ? 'ACCEPT' : 'REJECT');
    } else if (event.key === 'u') {
      event.preventDefault();
      takeBack();
    }
  };
  // Rows that stay as they are are not drawn anew while others scroll by: what they call is the same all the time.
  const latest = useRef({ decide, press });
  useLayoutEffect(() => void (latest.current = { decide, press }));
  const acts = useMemo<RowActs>(() => ({ decide: (group, decision) => void latest.current.decide(group, decision), press: (event, index) => latest.current.press(event, index), focus: setFocused }), []);

  return (
    <ul ref={body} className={`${rows.rows} ${classes.queue}`} aria-label="Matches to review" style={{ height: virtual.getTotalSize() }}>
      {items.map(({ index, key, start }) => {
        const entry = entries[index];
        return entry && <Row key={key} {...entry} {...stateOf(entry.reviewed.id)} index={index} total={total} start={start - top} mayWrite={mayWrite} measure={virtual.measureElement} acts={acts} />;
      })}
    </ul>
  );
}

interface RowActs {
  decide(group: readonly Reviewed[], decision: Decision): void;
  press(event: KeyboardEvent<HTMLLIElement>, index: number): void;
  focus(id: string): void;
}

interface RowProps extends Entry, Deciding {
  index: number;
  total: number;
  /** Pixels from the beginning of the list. */
  start: number;
  mayWrite: boolean;
  measure(row: Element | null): void;
  acts: RowActs;
}

const Row = memo(function Row({ reviewed, group, place, index, total, start, mayWrite, pending, failure, measure, acts }: RowProps) {
  const isFirst = place === 0;
  return (
    <li
      ref={measure}
      data-index={index}
      data-match={reviewed.id}
      aria-setsize={total}
      aria-posinset={index + 1}
      className={[classes.candidate, !isFirst && classes.alike, isFirst && index > 0 && classes.parted].filter(Boolean).join(' ')}
      style={{ transform: `translateY(${start}px)` }}
      tabIndex={0}
      onFocus={() => acts.focus(reviewed.id)}
      onKeyDown={(event) => acts.press(event, index)}
    >
      {isFirst && (
        <div className={classes.about}>
          <About release={reviewed.release} />
          {mayWrite && <DecideAll candidates={group.map(candidateOf)} pending={pending} onDecide={(decision) => acts.decide(group, decision)} />}
        </div>
      )}
      <CandidateRow candidate={candidateOf(reviewed)} alike={!isFirst} mayWrite={mayWrite} pending={pending} failure={failure} onDecide={(decision) => acts.decide([reviewed], decision)} />
    </li>
  );
});

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
