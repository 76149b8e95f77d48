import { graphql, readFragment, type FragmentOf } from '@lynkify/contract';
import { channelLabel } from '@lynkify/domain';
import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { TextLink } from '../../components/links.js';
import { PlaceCredit } from '../../components/place-credit.js';
import { useMay } from '../../session/may.js';
import { useWorkspaceTime } from '../../workspace-time.js';
import classes from './facts.module.css';
import { FanName } from './fan-name.js';
import { languageName, placeOf } from './place.js';

export const FanFacts_fan = graphql(`
  fragment FanFacts_fan on Fan {
    id
    email
    name
    country
    city
    locale
    joinedAt
    verifiedAt
    unsubscribedAt
    reminderOnly
    source {
      label
      path
      channel
      referrerHost
      campaign
      release {
        id
        title
      }
    }
  }
`);

/** Who a fan is and how they came. */
export function FanFacts({ fan }: { fan: FragmentOf<typeof FanFacts_fan> }) {
  const { id, email, name, country, city, locale, joinedAt, verifiedAt, unsubscribedAt, reminderOnly, source } = readFragment(FanFacts_fan, fan);
  const time = useWorkspaceTime();
  const mayWrite = useMay('fans:write');
  const place = placeOf({ city, country });
  const ways = [
    source.channel !== null && channelLabel(source.channel),
    source.referrerHost !== null && `from ${source.referrerHost}`,
    source.campaign !== null && `campaign ${source.campaign}`,
  ].filter((way) => way !== false);

  return (
    <dl className={classes.facts}>
      <Fact term="Email">
        <span className={classes.withAction}>
          <span>{email}</span>
          <CopyButton value={email} timeout={2000}>
            {({ copied, copy }) => (
              <Tooltip label={copied ? 'Copied' : 'Copy email'}>
                <ActionIcon onClick={copy} aria-label={copied ? 'Copied' : 'Copy email'}>
                  {copied ? <IconCheck size={18} /> : <IconCopy size={18} />}
                </ActionIcon>
              </Tooltip>
            )}
          </CopyButton>
        </span>
      </Fact>
      <Fact term="Name">{mayWrite ? <FanName fanId={id} name={name} /> : name || <Unknown />}</Fact>
      <Fact term="Place">
        {place ?? <Unknown />}
        {place !== null && <PlaceCredit />}
      </Fact>
      <Fact term="Language">{locale === null ? <Unknown /> : languageName(locale)}</Fact>
      <Fact term="First met">
        {source.release === null ? (
          source.label
        ) : (
          <TextLink to="/releases/$releaseId" params={{ releaseId: source.release.id }} c="inherit">
            {source.release.title}
          </TextLink>
        )}
        <span className={classes.note}>{[source.path, ...ways].join(', ')}</span>
      </Fact>
      <Fact term="Joined">
        <time dateTime={joinedAt}>{time.moment(joinedAt)}</time>
      </Fact>
      <Fact term="Verified">{verifiedAt === null ? <span className={classes.soft}>{reminderOnly ? 'No: they asked for one email on release day and agreed to no news' : 'Not yet: the link in the mail was not pressed'}</span> : <time dateTime={verifiedAt}>{time.moment(verifiedAt)}</time>}</Fact>
      {unsubscribedAt !== null && (
        <Fact term="Unsubscribed">
          <time dateTime={unsubscribedAt}>{time.moment(unsubscribedAt)}</time>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Unknown() {
  return <span className={classes.soft}>Unknown</span>;
}
