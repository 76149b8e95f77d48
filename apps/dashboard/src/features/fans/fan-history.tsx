import { graphql, readFragment, type FragmentOf } from '@lynkify/contract';
import { channelLabel } from '@lynkify/domain';
import { useWorkspaceTime } from '../../workspace-time.js';
import classes from './fan-history.module.css';

export const FanHistory_fan = graphql(`
  fragment FanHistory_fan on Fan {
    history {
      at
      kind
      label
      path
      channel
    }
  }
`);

/** What happened with a fan, newest first. */
export function FanHistory({ fan }: { fan: FragmentOf<typeof FanHistory_fan> }) {
  const { history } = readFragment(FanHistory_fan, fan);
  const time = useWorkspaceTime();
  if (history.length === 0) return <p className={classes.none}>Nothing has happened yet.</p>;
  // Turned around first: what is of the same moment stays in the order in which it happened.
  const newestFirst = history.toReversed().toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <ol className={classes.history}>
      {newestFirst.map(({ at, kind, label, path, channel }, index) => {
        const where = [path, channel !== null && channelLabel(channel)].filter((part) => part !== null && part !== false);
        return (
          <li key={`${at}:${kind}:${index}`} className={classes.event}>
            <span className={classes.label}>{label}</span>
            {where.length > 0 && <span className={classes.note}>{where.join(', ')}</span>}
            <time className={classes.note} dateTime={at}>
              {time.moment(at)}
            </time>
          </li>
        );
      })}
    </ol>
  );
}
