import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { PlatformMark } from '../../components/platform-mark.js';
import { formatDate, formatShare } from '../../format.js';
import classes from './candidates.module.css';
import type { Decision } from './candidate-actions.js';
import type { Candidate } from './candidate.js';

interface CandidateRowProps {
  candidate: Candidate;
  /** What it is held against, where the screen does not say that already. */
  about?: ReactNode;
  mayWrite: boolean;
  pending: Decision | null;
  failure: string | null;
  onDecide(decision: Decision): void;
}

/** A link that may be the release's: what its service says, why it is unsure, and the two answers. */
export function CandidateRow({ candidate, about, mayWrite, pending, failure, onDecide }: CandidateRowProps) {
  const { platform, platformName, url, entity, title, artist, releaseDate, country, score, reasons, conflictsWith } = candidate;
  const take = conflictsWith === null ? 'This is it' : 'Replace the link';
  return (
    <>
      <span className={classes.mark}>
        <PlatformMark platform={platform} />
      </span>
      <div className={classes.words}>
        {about}
        <span className={classes.name}>
          {platformName}
          {entity !== null && entity !== 'unknown' && <span className={classes.soft}> {entity}</span>}
          <span className={classes.soft}>, {formatShare(score)} sure</span>
        </span>
        <span className={classes.found}>
          “{title}” by {artist}
          {releaseDate !== null && `, ${formatDate(releaseDate)}`}
          {country !== null && ` (${country})`}
        </span>
        <a className={classes.url} href={url} target="_blank" rel="noopener noreferrer" title={url}>
          {plain(url)}
        </a>
        <ul className={classes.reasons}>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
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

const plain = (url: string) => url.replace(/^https:\/\/(?:www\.)?/u, '');
