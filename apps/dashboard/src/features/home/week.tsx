import { graphql, readFragment, type FragmentOf } from '@lynkify/contract';
import { Figure } from '../../components/figure.js';
import { difference, formatNumber } from '../../format.js';
import { weekSentence } from './week-words.js';
import classes from './week.module.css';

export const Week_numbers = graphql(`
  fragment Week_numbers on Numbers {
    visits
    visitors
    clicks
    clickThrough
    captures
    verifiedFans
  }
`);

interface WeekProps {
  thisWeek: FragmentOf<typeof Week_numbers>;
  lastWeek: FragmentOf<typeof Week_numbers>;
}

const figures = [
  { key: 'visits', label: 'Visits' },
  { key: 'clicks', label: 'Clicks' },
  { key: 'captures', label: 'Emails' },
  { key: 'verifiedFans', label: 'Verified fans' },
] as const;

/** This week in a sentence, then beside the last one. */
export function Week({ thisWeek, lastWeek }: WeekProps) {
  const now = readFragment(Week_numbers, thisWeek);
  const before = readFragment(Week_numbers, lastWeek);
  const quiet = figures.every(({ key }) => now[key] === 0 && before[key] === 0);
  return (
    <>
      <p className={classes.sentence}>{weekSentence(now)}</p>
      {quiet ? (
        <p className={classes.hint}>Share the address of a published page. Every visit is counted from the first one on.</p>
      ) : (
        <div className={classes.figures}>
          {figures.map(({ key, label }) => (
            <Figure key={key} label={label} value={formatNumber(now[key])} note={difference(now[key], before[key], 'last week')} />
          ))}
        </div>
      )}
    </>
  );
}
