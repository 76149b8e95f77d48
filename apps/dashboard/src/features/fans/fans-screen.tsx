import { Button, VisuallyHidden } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorState } from '../../components/error-state.js';
import { ButtonLink } from '../../components/links.js';
import { PageHeader } from '../../components/page-header.js';
import { PlaceCredit } from '../../components/place-credit.js';
import { count } from '../../format.js';
import { useMay } from '../../session/may.js';
import { ExportFans } from './export-fans.js';
import { FanFilters } from './fan-filters.js';
import { FanSearchField } from './fan-search-field.js';
import { FanTable, FanTableSkeleton } from './fan-table.js';
import { fans } from './fans-query.js';
import { isFiltered, withFilter, type FansSearch } from './fans-search.js';
import classes from './fans-screen.module.css';

const route = getRouteApi('/shell/fans');

/** Everyone who left an email, and the ways to find some of them. */
export function FansScreen() {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/fans' });
  const query = useInfiniteQuery(fans(search));
  const mayExport = useMay('fans:export');
  const filtered = isFiltered(search);

  const change = (filter: FansSearch) => void navigate({ to: '/fans', search: (before: FansSearch) => withFilter(before, filter), replace: true, resetScroll: false });
  const clear = () => void navigate({ to: '/fans', search: {}, resetScroll: false });

  const pages = query.data?.pages;
  const total = pages?.at(-1)?.totalCount;
  const nobodyYet = !filtered && !query.isPlaceholderData && total === 0;

  return (
    <>
      <PageHeader
        title="Fans"
        lead="Everyone who left you their email. They are yours: take them with you whenever you like."
        actions={mayExport && total !== undefined && total > 0 && !query.isPlaceholderData && <ExportFans search={search} total={total} />}
      />
      {nobodyYet ? (
        <EmptyState icon={<IconUsers size={28} />} title="No fans yet" action={<ButtonLink to="/releases">Go to Releases</ButtonLink>}>
          Every release and your bio page can ask visitors for their email. Publish a page, share its link, and whoever joins stands here with what they agreed to.
        </EmptyState>
      ) : (
        <>
          <div className={classes.tools}>
            <FanSearchField value={search.search ?? ''} onChange={(text) => change({ search: text })} />
            <FanFilters search={search} onChange={change} onClear={clear} />
          </div>
          <p className={classes.total} role="status">
            {total === undefined ? <VisuallyHidden>Loading</VisuallyHidden> : query.isPlaceholderData ? 'Searching' : filtered ? `${count(total, 'fan fits', 'fans fit')}` : count(total, 'fan', 'fans')}
          </p>
          {pages === undefined ? (
            query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} retrying={query.isFetching} /> : <FanTableSkeleton />
          ) : total === 0 && !query.isPlaceholderData ? (
            <EmptyState
              title="Nobody fits"
              action={
                <Button variant="default" onClick={clear}>
                  Clear the filters
                </Button>
              }
            >
              {search.search === undefined ? 'No fan fits all of these filters at once.' : `No name or email contains “${search.search}”${Object.keys(search).length > 1 ? ' and fits the other filters' : ''}.`}
            </EmptyState>
          ) : (
            <FanTable
              fans={pages.flatMap(({ nodes }) => nodes)}
              total={total ?? 0}
              hasMore={query.hasNextPage}
              loadingMore={query.isFetching}
              moreFailed={query.isFetchNextPageError ? query.error : null}
              loadMore={query.fetchNextPage}
              outdated={query.isPlaceholderData}
            />
          )}
          {total !== undefined && total > 0 && (
            <div className={classes.credit}>
              <PlaceCredit />
            </div>
          )}
        </>
      )}
    </>
  );
}
