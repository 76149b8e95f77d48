import { shareContext, shareContexts } from '@lynkify/domain';
import { Skeleton, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { ErrorState } from '../../components/error-state.js';
import { Loaded } from '../../components/loaded.js';
import { NotFound } from '../../components/not-found.js';
import { PageHeader } from '../../components/page-header.js';
import { useCurrentArtist } from '../../session/current-artist.js';
import { PlaceList } from './place-list.js';
import { ReleaseChoice } from './release-choice.js';
import { sharableReleases, sharedArtist, sharedRelease } from './share-query.js';
import { SharePanel } from './share-panel.js';
import { usualPlace, type ShareSearch } from './share-search.js';
import classes from './share.module.css';

const route = getRouteApi('/shell/share');

/** Pick where you share, and take the right address along. */
export function ShareScreen() {
  const search = route.useSearch();
  const { artist } = useCurrentArtist();
  // The newest one is what is shared most often.
  const releases = useQuery({ ...sharableReleases(artist.id, ''), enabled: search.release === undefined });
  const newest = releases.data?.[0]?.id ?? null;
  return (
    <>
      <PageHeader title="Share" lead="Say where you share: you get the page that belongs there, with its channel built in." />
      {search.release === undefined && releases.isError ? (
        <ErrorState error={releases.error} onRetry={() => void releases.refetch()} retrying={releases.isFetching} />
      ) : search.release === undefined && (releases.isPending || releases.isPlaceholderData) ? (
        <PanelSkeleton />
      ) : (
        <Sharing search={search} releaseId={search.release ?? newest} artistId={artist.id} />
      )}
    </>
  );
}

function Sharing({ search, releaseId, artistId: current }: { search: ShareSearch; releaseId: string | null; artistId: string }) {
  const navigate = useNavigate();
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) ?? false;
  const release = useQuery({ ...sharedRelease(releaseId ?? ''), enabled: releaseId !== null });
  // A release knows whose it is, whoever is chosen in the rail.
  const artistId = release.data?.artist.id ?? current;
  const artist = useQuery({ ...sharedArtist(artistId), enabled: releaseId === null || release.isSuccess });
  const place = shareContext(search.place ?? usualPlace) ?? shareContexts[0];
  const set = (next: ShareSearch) => void navigate({ to: '/share', search: { ...search, ...next }, replace: true, resetScroll: false });

  if (releaseId !== null && !release.isSuccess) return <Loaded query={release} skeleton={<PanelSkeleton />}>{() => null}</Loaded>;
  const shared = release.data ?? null;
  if (releaseId !== null && shared === null) return <NotFound />;
  return (
    <Loaded query={artist} skeleton={<PanelSkeleton />}>
      {(loaded) =>
        loaded === null ? (
          <NotFound />
        ) : (
          <div className={classes.columns}>
            <Stack gap="lg">
              {shared && <ReleaseChoice artistId={artistId} release={shared} onChoose={(id) => set({ release: id })} />}
              <PlaceList chosen={place.id} narrow={narrow} onChoose={(id) => set({ place: id, page: undefined })} />
            </Stack>
            <SharePanel key={`${place.id} ${shared?.id ?? artistId}`} place={place} artist={loaded} release={shared} chosen={search.page} onChoosePage={(page) => set({ page: page === place.page ? undefined : page })} />
          </div>
        )
      }
    </Loaded>
  );
}

function PanelSkeleton() {
  return (
    <div className={classes.columns}>
      <Stack gap="sm">
        <Skeleton height={60} />
        <Skeleton height={320} radius="lg" />
      </Stack>
      <Skeleton height={560} radius="lg" />
    </div>
  );
}
