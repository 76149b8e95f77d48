import { Button } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorState } from '../../components/error-state.js';
import { ButtonLink, TextLink } from '../../components/links.js';
import { PageHeader } from '../../components/page-header.js';
import { PlatformMark } from '../../components/platform-mark.js';
import { RelativeTime } from '../../components/relative-time.js';
import rows from '../../components/rows.module.css';
import { ScreenSkeleton } from '../../components/screen-skeleton.js';
import { failureOf } from '../../forms/failure.js';
import { count } from '../../format.js';
import { useCurrentArtist } from '../../session/current-artist.js';
import { useMay } from '../../session/may.js';
import { useMendLink } from './link-problem-actions.js';
import classes from './link-problems.module.css';
import { type LinkProblem, linkProblems } from './link-problems-query.js';

/** Links of published releases that lead nowhere or moved, each with the one thing to do about it. */
export function LinkProblemsScreen() {
  const { workspace } = useCurrentArtist();
  const list = useInfiniteQuery(linkProblems());
  const problems = list.data?.pages.flatMap(({ nodes }) => nodes);
  if (problems === undefined) return list.isError ? <ErrorState error={list.error} onRetry={() => void list.refetch()} retrying={list.isFetching} /> : <ScreenSkeleton />;
  const total = list.data?.pages[0]?.totalCount ?? 0;
  const hides = workspace.deadLinks === 'HIDE';
  return (
    <>
      <PageHeader
        title="Links that need a look"
        lead={
          <>
            {hides ? 'Your pages leave dead links out until they work again. ' : 'Your pages go on offering dead links. '}
            <TextLink to="/settings/workspace">Change that</TextLink>
          </>
        }
      />
      {problems.length === 0 ? (
        <EmptyState icon={<IconLink size={28} />} title="Every link works" action={<ButtonLink variant="default" to="/releases">Go to Releases</ButtonLink>}>
          Links of published releases are looked at again and again. What dies or moves stands here.
        </EmptyState>
      ) : (
        <>
          <p className={classes.total} role="status">
            {count(total, 'link', 'links')}
          </p>
          <ul className={rows.rows} aria-label="Links that need a look">
            {problems.map((problem) => (
              <ProblemRow key={problem.destination.id} problem={problem} withArtist={workspace.artists.length > 1} />
            ))}
          </ul>
          {list.hasNextPage && (
            <Button className={classes.more} variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              Show more
            </Button>
          )}
        </>
      )}
    </>
  );
}

function ProblemRow({ problem: { destination, release }, withArtist }: { problem: LinkProblem; withArtist: boolean }) {
  const mayWrite = useMay('releases:write');
  const { platform, platformName, url, checkState, checkMessage, checkedAt, movedTo } = destination;
  const moved = checkState === 'MOVED';
  const mend = useMendLink(destination.id, moved);
  const label = moved ? 'Use the new address' : 'Look again';
  return (
    <li className={`${rows.row} ${rows.wraps}`}>
      <PlatformMark platform={platform} />
      <span className={rows.words}>
        <span className={rows.name}>
          {platformName}, <TextLink to="/releases/$releaseId" params={{ releaseId: release.id }}>{release.title}</TextLink>
          {withArtist && ` by ${release.artist.name}`}
        </span>
        <span className={moved ? classes.moved : classes.gone}>
          {moved ? 'Moved to ' : 'Leads nowhere. '}
          {moved && movedTo !== null ? <Address url={movedTo} /> : checkMessage}
        </span>
        <span className={rows.note}>
          <Address url={url} />
          {checkedAt !== null && (
            <>
              , looked at <RelativeTime at={checkedAt} />
            </>
          )}
        </span>
        {mend.isError && (
          <span className={classes.gone} role="alert">
            {failureOf(mend.error)}
          </span>
        )}
      </span>
      {mayWrite && (
        <Button variant="default" loading={mend.isPending} onClick={() => mend.mutate()} aria-label={`${label}: ${platformName}, ${release.title}`}>
          {label}
        </Button>
      )}
    </li>
  );
}

function Address({ url }: { url: string }) {
  return (
    <a className={classes.address} href={url} target="_blank" rel="noopener noreferrer">
      {url.replace(/^https:\/\//u, '')}
    </a>
  );
}
