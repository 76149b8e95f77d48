import { Button } from '@mantine/core';
import { PlatformMark } from '../../components/platform-mark.js';
import { formatDate, formatShare } from '../../format.js';
import classes from './candidates.module.css';
import type { Decision } from './candidate-actions.js';
import type { Candidate } from './candidate.js';

interface CandidateRowProps {
  candidate: Candidate;
  /** Of the one above the same was said: only the platform is another. */
  alike: boolean;
  mayWrite: boolean;
  pending: Decision | null;
  failure: string | null;
  onDecide(decision: Decision): void;
}

/** A link that may be the release's: what its service says, why it is unsure, and the two answers. */
export function CandidateRow({ candidate, alike, mayWrite, pending, failure, onDecide }: CandidateRowProps) {
  const { platform, platformName, url, entity, title, artist, releaseDate, country, score, reasons, conflictsWith } = candidate;
  const take = conflictsWith === null ? 'This is it' : 'Replace the link';
  return (
    <>
      <span className={classes.mark}>
        <PlatformMark platform={platform} />
      </span>
      <div className={classes.words}>
        <span className={classes.name}>
          {platformName}
          {entity !== null && entity !== 'unknown' && <span className={classes.soft}> {entity}</span>}
          <span className={classes.soft}>, {formatShare(score)} sure</span>
        </span>
        {!alike && (
          <span className={classes.found}>
            “{title}” by {artist}
            {releaseDate !== null && `, ${formatDate(releaseDate)}`}
            {country !== null && ` (${country})`}
          </span>
        )}
        <a className={classes.url} href={url} target="_blank" rel="noopener noreferrer" title={url}>
          {plain(url)}
        </a>
        {!alike && (
          <ul className={classes.reasons} aria-label="What speaks for it and against it">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
        {conflictsWith !== null && (
          <span className={classes.conflict}>
            It would take the place of{' '}
            <a href={conflictsWith} target="_blank" rel="noopener noreferrer">
              {plain(conflictsWith)}
            </a>
          </span>
        )}
        {failure !== null && (
          <span className={classes.failure} role="alert">
            {failure}
          </span>
        )}
      </div>
      {mayWrite && (
        <div className={classes.actions}>
          <Button variant="default" loading={pending === 'ACCEPT'} disabled={pending !== null && pending !== 'ACCEPT'} onClick={() => onDecide('ACCEPT')} aria-label={`${take}: ${platformName}, ${title}`}>
            {take}
          </Button>
          <Button variant="subtle" color="gray" loading={pending === 'REJECT'} disabled={pending !== null && pending !== 'REJECT'} onClick={() => onDecide('REJECT')} aria-label={`Not this: ${platformName}, ${title}`}>
            Not this
          </Button>
        </div>
      )}
    </>
  );
}

interface DecideAllProps {
  candidates: readonly Candidate[];
  pending: Decision | null;
  onDecide(decision: Decision): void;
}

/** One answer to all links of which the same was said. One that would take another's place is asked about by itself. */
export function DecideAll({ candidates, pending, onDecide }: DecideAllProps) {
  const [first] = candidates;
  if (first === undefined || candidates.length < 2 || candidates.some(({ conflictsWith }) => conflictsWith !== null)) return null;
  return (
    <div className={classes.all}>
      <Button size="compact-sm" variant="default" loading={pending === 'ACCEPT'} disabled={pending === 'REJECT'} onClick={() => onDecide('ACCEPT')} aria-label={`All ${candidates.length} are it: ${first.title}`}>
        All {candidates.length} are it
      </Button>
      <Button size="compact-sm" variant="subtle" color="gray" loading={pending === 'REJECT'} disabled={pending === 'ACCEPT'} onClick={() => onDecide('REJECT')} aria-label={`None of them: ${first.title}`}>
        None of them
      </Button>
    </div>
  );
}

const plain = (url: string) => url.replace(/^https:\/\/(?:www\.)?/u, '');
