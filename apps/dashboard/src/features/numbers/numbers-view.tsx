import { graphql, readFragment, type FragmentOf } from '@lynkify/contract';
import { IconChartLine } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatRange } from '../../calendar.js';
import { EmptyState } from '../../components/empty-state.js';
import { Figure } from '../../components/figure.js';
import { PlaceCredit } from '../../components/place-credit.js';
import { count, formatNumber, formatShare } from '../../format.js';
import { Breakdown, Breakdown_count } from './breakdown.js';
import { DayCounts, DayCounts_day } from './day-counts.js';
import { numbersSentence } from './numbers-words.js';
import classes from './numbers.module.css';
import { OtherTraffic, OtherTraffic_count } from './other-traffic.js';
import type { DayRange } from './range.js';

export const NumbersView_numbers = graphql(
  `
    fragment NumbersView_numbers on Numbers {
      visits
      visitors
      clicks
      clickThrough
      captures
      verifiedFans
      byDay {
        ...DayCounts_day
      }
      byPlatform {
        ...Breakdown_count
      }
      byChannel {
        ...Breakdown_count
      }
      byReferrer {
        ...Breakdown_count
      }
      byCountry {
        ...Breakdown_count
      }
      byDevice {
        ...Breakdown_count
      }
      otherTraffic {
        ...OtherTraffic_count
      }
    }
  `,
  [DayCounts_day, Breakdown_count, OtherTraffic_count],
);

interface NumbersViewProps {
  numbers: FragmentOf<typeof NumbersView_numbers>;
  days: DayRange;
  /** Whose numbers they are, for the names of files. */
  name: string;
  /** What is shown is of the days before; the new ones are being asked for. */
  outdated: boolean;
  /** The address to share when nobody came. */
  share: ReactNode;
}

/** Some days: the sentence, the line, what it is made of. */
export function NumbersView({ numbers: ref, days, name, outdated, share: address }: NumbersViewProps) {
  const numbers = readFragment(NumbersView_numbers, ref);
  const { visits, visitors, clicks, clickThrough, captures, verifiedFans } = numbers;
  const file = `${name}-${days.from}-${days.to}`;

  if (visits === 0 && clicks === 0 && captures === 0) {
    return (
      <div className={outdated ? classes.outdated : undefined} aria-busy={outdated}>
        <EmptyState icon={<IconChartLine size={28} />} title="Nobody came in these days">
          {address === undefined ? 'The page is not published, so nobody can find it. Publish it, then share its link.' : 'Share your link where your listeners are: in your profile, under your videos, in a mail.'}
        </EmptyState>
        {address !== undefined && <div className={classes.share}>{address}</div>}
        <OtherTraffic counts={numbers.otherTraffic} />
      </div>
    );
  }
  return (
    <div className={outdated ? `${classes.view} ${classes.outdated}` : classes.view} aria-busy={outdated}>
      <div>
        <p className={classes.sentence}>{numbersSentence({ visitors, clicks, clickThrough, captures })}</p>
        <p className={classes.when}>{formatRange(days.from, days.to)}</p>
        <div className={classes.figures}>
          <Figure label="Visits" value={formatNumber(visits)} note={`by ${count(visitors, 'person', 'people')}`} />
          <Figure label="Clicks" value={formatNumber(clicks)} note="to platforms and links" />
          <Figure label="Click-through" value={visits === 0 ? '–' : formatShare(clickThrough)} note="clicks per visit" />
          <Figure label="Emails" value={formatNumber(captures)} note={`${count(verifiedFans, 'fan', 'fans')} verified`} />
        </div>
      </div>
      <DayCounts days={numbers.byDay} file={`${file}-by-day.csv`} />
      <div className={classes.breakdowns}>
        <div className={classes.stack}>
          <Breakdown title="Platforms and links" what="platform" counts={numbers.byPlatform} measures={['clicks']} file={file} none="Nobody went on to a platform or a link in these days." />
          <Breakdown title="Countries" what="country" counts={numbers.byCountry} measures={['visits', 'clicks', 'captures']} file={file} none="No country is known." />
        </div>
        <div className={classes.stack}>
          <Breakdown title="Channels" what="channel" counts={numbers.byChannel} measures={['visits', 'clicks', 'captures']} file={file} none="No visit came from a link with a channel." />
          <Breakdown title="Referrers" what="referrer" counts={numbers.byReferrer} measures={['visits', 'clicks', 'captures']} file={file} none="No visit came from another site." />
          <Breakdown title="Devices" what="device" counts={numbers.byDevice} measures={['visits', 'clicks', 'captures']} file={file} none="No device is known." />
        </div>
      </div>
      <div className={classes.footnotes}>
        <OtherTraffic counts={numbers.otherTraffic} />
        <PlaceCredit />
      </div>
    </div>
  );
}
