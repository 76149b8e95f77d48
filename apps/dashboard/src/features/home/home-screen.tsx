import { Skeleton, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ResultOf } from '@lynkify/contract';
import { Loaded } from '../../components/loaded.js';
import { TextLink } from '../../components/links.js';
import { PageHeader } from '../../components/page-header.js';
import { Section } from '../../components/section.js';
import { useTitle } from '../../components/use-title.js';
import { count } from '../../format.js';
import { useCurrentArtist } from '../../session/current-artist.js';
import { useMay } from '../../session/may.js';
import { home, type HomeQuery } from './home-query.js';
import classes from './home.module.css';
import { LatestRelease } from './latest-release.js';
import { NewestFans } from './newest-fans.js';
import { PasteLinkStart } from './paste-link-start.js';
import { TodoList } from './todo-list.js';
import { Week } from './week.js';

/** What needs me? */
export function HomeScreen() {
  const { artist } = useCurrentArtist();
  return (
    <Loaded query={useQuery(home(artist.id))} skeleton={<HomeSkeleton />}>
      {(data) => (data.latestRelease === null && data.newestFans.length === 0 ? <Beginning home={data} /> : <Desk home={data} />)}
    </Loaded>
  );
}

type HomeData = ResultOf<typeof HomeQuery>['home'];

/** Nothing is there yet, so there is one thing to do. */
function Beginning({ home: { todos } }: { home: HomeData }) {
  const mayStart = useMay('releases:write');
  useTitle('Home');
  return (
    <div className={classes.start}>
      <Title order={1} tabIndex={-1} className={classes.startTitle}>
        {mayStart ? 'Paste a link to your release' : 'Nothing has been released here yet'}
      </Title>
      <p className={classes.startLead}>
        {mayStart ? 'It becomes one page with every platform, ready to share within a minute.' : 'As soon as an editor makes the first release, it stands here.'}
      </p>
      {mayStart && <PasteLinkStart label="Paste a link to your release" autoFocus />}
      {todos.length > 0 && (
        <div className={classes.after}>
          <Section title="Also waiting">
            <TodoList todos={todos} />
          </Section>
        </div>
      )}
    </div>
  );
}

function Desk({ home: { todos, thisWeek, lastWeek, newestFans, latestRelease } }: { home: HomeData }) {
  const mayStart = useMay('releases:write');
  return (
    <>
      <PageHeader title="Home" />
      {mayStart && <PasteLinkStart label="Paste a link to your next release" />}
      <div className={classes.columns}>
        <div className={classes.main}>
          <Section title={todos.length === 0 ? 'Nothing needs you' : count(todos.length, 'thing needs you', 'things need you')}>
            {todos.length === 0 ? 'Everything is published and in order.' : <TodoList todos={todos} />}
          </Section>
          <Section title="This week" action={<TextLink to="/numbers">All numbers</TextLink>}>
            <Week thisWeek={thisWeek} lastWeek={lastWeek} />
          </Section>
        </div>
        <div className={classes.aside}>
          {latestRelease !== null && (
            <Section title="Latest release">
              <LatestRelease release={latestRelease} />
            </Section>
          )}
          <Section title="Newest fans" action={<TextLink to="/fans">All fans</TextLink>}>
            <NewestFans fans={newestFans} />
          </Section>
        </div>
      </div>
    </>
  );
}

function HomeSkeleton() {
  return (
    <Stack gap="lg">
      <Skeleton height={34} width={120} />
      <Skeleton height={54} radius="lg" />
      <div className={classes.columns}>
        <Stack gap="md">
          <Skeleton height={26} width={200} />
          <Skeleton height={168} radius="lg" />
          <Skeleton height={26} width={140} />
          <Skeleton height={108} radius="lg" />
        </Stack>
        <Stack gap="md">
          <Skeleton height={26} width={140} />
          <Skeleton height={280} radius="lg" />
        </Stack>
      </div>
    </Stack>
  );
}
