import { Badge, Skeleton, Stack } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { EmptyState } from '../../components/empty-state.js';
import { ButtonLink, TextLink } from '../../components/links.js';
import { Loaded } from '../../components/loaded.js';
import { PageHeader } from '../../components/page-header.js';
import { Section } from '../../components/section.js';
import { useMay } from '../../session/may.js';
import { ConsentLedger } from './consent-ledger.js';
import { FanActions } from './fan-actions.js';
import { FanFacts } from './fan-facts.js';
import { FanHistory } from './fan-history.js';
import { fan } from './fan-query.js';
import classes from './fan-screen.module.css';

const route = getRouteApi('/shell/fans/$fanId');

/** One fan: who, what they agreed to, what happened, and what can be done. */
export function FanScreen() {
  const { fanId } = route.useParams();
  const query = useQuery(fan(fanId));
  const mayWrite = useMay('fans:write');
  return (
    <>
      <TextLink to="/fans" className={classes.back} c="inherit" underline="hover">
        <IconArrowLeft size={18} aria-hidden /> All fans
      </TextLink>
      <Loaded query={query} skeleton={<FanSkeleton />}>
        {(data) =>
          data === null ? (
            <EmptyState title="This fan is not here" action={<ButtonLink to="/fans">Go to Fans</ButtonLink>}>
              They were deleted, or they belong to another workspace.
            </EmptyState>
          ) : (
            <>
              <PageHeader
                title={data.name === '' ? data.email : data.name}
                lead={
                  <span className={classes.badges}>
                    {data.verifiedAt === null ? data.reminderOnly ? <Badge>Reminder only</Badge> : <Badge color="yellow">Not verified</Badge> : <Badge color="green">Verified</Badge>}
                    {data.unsubscribedAt !== null && <Badge>Unsubscribed</Badge>}
                  </span>
                }
              />
              <div className={classes.columns}>
                <div className={classes.column}>
                  <FanFacts fan={data} />
                  <Section title="Consent" lead="What this fan agreed to, word for word, in the order in which it was written down. Records are added, never changed.">
                    <ConsentLedger fan={data} />
                  </Section>
                </div>
                <div className={classes.column}>
                  <Section title="History">
                    <FanHistory fan={data} />
                  </Section>
                  {mayWrite && <FanActions fan={data} />}
                </div>
              </div>
            </>
          )
        }
      </Loaded>
    </>
  );
}

function FanSkeleton() {
  return (
    <>
      <Stack gap={8} mb="lg">
        <Skeleton height={34} width={260} />
        <Skeleton height={22} width={90} />
      </Stack>
      <div className={classes.columns}>
        <Stack gap={32}>
          <Skeleton height={250} radius="lg" />
          <Skeleton height={320} radius="lg" />
        </Stack>
        <Skeleton height={280} radius="lg" />
      </div>
    </>
  );
}
