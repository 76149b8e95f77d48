import { graphql, readFragment, type FragmentOf } from '@lynkify/contract';
import { Badge } from '@mantine/core';
import { TextLink } from '../../components/links.js';
import { RelativeTime } from '../../components/relative-time.js';
import rows from '../../components/rows.module.css';
import classes from './newest-fans.module.css';

export const NewestFans_fan = graphql(`
  fragment NewestFans_fan on Fan {
    id
    email
    name
    joinedAt
    verifiedAt
    source {
      label
    }
  }
`);

/** Who joined last, from where, and whether the address is confirmed. */
export function NewestFans({ fans }: { fans: readonly FragmentOf<typeof NewestFans_fan>[] }) {
  if (fans.length === 0) return <p className={classes.none}>The first person who joins on one of your pages stands here.</p>;
  return (
    <ul className={rows.rows}>
      {readFragment(NewestFans_fan, fans).map(({ id, email, name, joinedAt, verifiedAt, source }) => (
        <li key={id} className={rows.row}>
          <span className={rows.words}>
            <TextLink to="/fans/$fanId" params={{ fanId: id }} c="inherit" underline="hover" className={rows.name}>
              {name === '' ? email : name}
            </TextLink>
            <span className={rows.note}>
              {source.label}, <RelativeTime at={joinedAt} />
            </span>
          </span>
          {verifiedAt === null && <Badge color="yellow">Not verified</Badge>}
        </li>
      ))}
    </ul>
  );
}
