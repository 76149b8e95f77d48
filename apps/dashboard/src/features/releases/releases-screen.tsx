import { Button, CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconDisc, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorState } from '../../components/error-state.js';
import { ButtonLink, TextLink } from '../../components/links.js';
import { PageHeader } from '../../components/page-header.js';
import { ViewChip, ViewChips } from '../../components/view-chips.js';
import { count } from '../../format.js';
import { useCurrentArtist } from '../../session/current-artist.js';
import { useMay } from '../../session/may.js';
import { PasteLinkStart } from '../home/paste-link-start.js';
import { ReleasesTable, ReleasesTableSkeleton } from './releases-table.js';
import { statusChips, type ReleasesFilter } from './releases-filter.js';
import classes from './releases.module.css';
import { releaseList } from './releases-query.js';

const route = getRouteApi('/shell/releases');

/** Every release, found by its name or where it stands. */
export function ReleasesScreen() {
  const filter = route.useSearch();
  const navigate = useNavigate();
  const { artist, workspace } = useCurrentArtist();
  const mayWrite = useMay('releases:write');
  const many = workspace.artists.length > 1;
  const list = useInfiniteQuery(releaseList(filter, many && filter.everyone ? null : artist.id));
  const releases = list.data?.pages.flatMap(({ nodes }) => nodes) ?? [];
  const total = list.data?.pages[0]?.totalCount ?? 0;
  const narrowed = filter.search !== undefined || filter.status !== undefined;
  const set = (next: ReleasesFilter) => void navigate({ to: '/releases', search: next, replace: true });

  return (
    <>
      <PageHeader title="Releases" actions={
          mayWrite && (
            <>
              <ButtonLink to="/releases/import" variant="default">
                Import
              </ButtonLink>
              <ButtonLink to="/releases/new">New release</ButtonLink>
            </>
          )
        } />
      <div className={classes.filters} role="search">
        <Search value={filter.search ?? ''} onChange={(search) => set({ ...filter, search: search === '' ? undefined : search })} />
        <ViewChips label="Show" className={classes.chips}>
          {statusChips.map(({ status, label }) => (
            <ViewChip key={label} label={label} on={filter.status === status} onPress={() => set({ ...filter, status })} />
          ))}
          {many && <ViewChip label="Every artist" on={filter.everyone === true} onPress={() => set({ ...filter, everyone: filter.everyone ? undefined : true })} />}
        </ViewChips>
        <span className={classes.total} role="status">
          {list.isSuccess && count(total, 'release', 'releases')}
        </span>
      </div>
      {list.isError && releases.length === 0 ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} retrying={list.isFetching} />
      ) : list.isPending ? (
        <ReleasesTableSkeleton />
      ) : releases.length > 0 ? (
        <ReleasesTable releases={releases} total={total} withArtist={many && filter.everyone === true} list={list} />
      ) : narrowed ? (
        <EmptyState title="No release fits" action={<Button variant="default" onClick={() => set(filter.everyone ? { everyone: true } : {})}>Show all releases</Button>}>
          {filter.search === undefined ? 'None stands so.' : `None is called “${filter.search}”${filter.status === undefined ? '' : ' and stands so'}.`}
        </EmptyState>
      ) : (
        <EmptyState icon={<IconDisc size={28} />} title={`${artist.name} has no release here yet`} action={mayWrite && <div className={classes.start}><PasteLinkStart label="Paste a link to a release" /></div>}>
          {mayWrite ? (
            <>
              One link is enough: it becomes a page with every platform that you add. Or <TextLink to="/releases/import">import what is out already</TextLink>.
            </>
          ) : (
            'As soon as an editor makes the first release, it stands here.'
          )}
        </EmptyState>
      )}
    </>
  );
}

/** Searches while typing, a moment behind. */
function Search({ value, onChange }: { value: string; onChange(search: string): void }) {
  const [text, setText] = useState(value);
  const later = useDebouncedCallback(onChange, 250);
  // Back and forward change the address from outside.
  useEffect(() => setText((before) => (before.trim() === value ? before : value)), [value]);
  const type = (next: string) => {
    setText(next);
    later(next.trim());
  };
  return (
    <TextInput
      className={classes.search}
      type="search"
      aria-label="Search releases"
      placeholder="Title, artist, address or UPC"
      leftSection={<IconSearch size={18} aria-hidden />}
      rightSection={text === '' ? null : <CloseButton size="sm" aria-label="Clear the search" onClick={() => type('')} />}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}
