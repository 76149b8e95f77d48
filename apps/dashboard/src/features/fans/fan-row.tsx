import { graphql, readFragment, type FragmentOf } from '@lynkify/contract';
import { Badge } from '@mantine/core';
import { IconRosetteDiscountCheckFilled } from '@tabler/icons-react';
import { memo } from 'react';
import { TextLink } from '../../components/links.js';
import type { WorkspaceTime } from '../../workspace-time.js';
import classes from './fan-table.module.css';
import { placeOf } from './place.js';

export const FanRow_fan = graphql(`
  fragment FanRow_fan on Fan {
    id
    email
    name
    country
    city
    joinedAt
    verifiedAt
    unsubscribedAt
    reminderOnly
    source {
      label
    }
  }
`);

interface FanRowProps {
  fan: FragmentOf<typeof FanRow_fan>;
  time: WorkspaceTime;
}

/** The cells of one fan. The whole row is the link. Made once and not at each step of a scroll. */
export const FanRow = memo(function FanRow({ fan, time }: FanRowProps) {
  const { id, email, name, joinedAt, verifiedAt, unsubscribedAt, reminderOnly, source, ...place } = readFragment(FanRow_fan, fan);
  const where = placeOf(place);
  return (
    <>
      <div role="cell" className={classes.who}>
        <TextLink to="/fans/$fanId" params={{ fanId: id }} c="inherit" underline="never" className={classes.link} title={email}>
          {name === '' ? email : name}
        </TextLink>
        {name !== '' && (
          <span className={classes.email} title={email}>
            {email}
          </span>
        )}
      </div>
      <div role="cell" className={classes.state}>
        {unsubscribedAt !== null ? (
          <Badge>Unsubscribed</Badge>
        ) : verifiedAt !== null ? (
          <span className={classes.verified}>
            <IconRosetteDiscountCheckFilled size={16} aria-hidden /> <span className={classes.verifiedWord}>Verified</span>
          </span>
        ) : reminderOnly ? (
          <Badge>Reminder only</Badge>
        ) : (
          <Badge color="yellow">Not verified</Badge>
        )}
      </div>
      <div role="cell" className={classes.source} title={source.label}>
        {source.label}
      </div>
      <div role="cell" className={classes.place} title={where ?? undefined}>
        {where ?? <span className={classes.unknown}>Unknown</span>}
      </div>
      <div role="cell" className={classes.joined}>
        <time dateTime={joinedAt} title={time.moment(joinedAt)}>
          {time.day(joinedAt)}
        </time>
      </div>
    </>
  );
});
