import { readFragment } from '@lynkify/contract';
import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Loaded } from '../../../components/loaded.js';
import { PageHeader } from '../../../components/page-header.js';
import rows from '../../../components/rows.module.css';
import { useCurrentArtist } from '../../../session/current-artist.js';
import { useMay } from '../../../session/may.js';
import { AddArtist } from './add-artist.js';
import { ArtistRow, ArtistRow_artist } from './artist-row.js';
import { artists } from './artists-query.js';

const route = getRouteApi('/shell/settings/artists');

/** Who the workspace's pages are about, and their addresses. */
export function ArtistsScreen() {
  const { workspace } = useCurrentArtist();
  const { add = false } = route.useSearch();
  const navigate = useNavigate();
  const mayChange = useMay('artists:write');
  const show = (open: boolean) => void navigate({ to: '/settings/artists', search: open ? { add: true } : {}, replace: true });
  return (
    <>
      <PageHeader
        title="Artists"
        lead={workspace.kind === 'LABEL' ? 'The roster. Each artist has a bio page and releases of their own.' : 'Each artist has a bio page and releases of their own.'}
        actions={mayChange && <Button onClick={() => show(true)}>Add an artist</Button>}
      />
      <Loaded query={useQuery(artists())} skeleton={<Skeleton height={112} radius="lg" />}>
        {(list) => (
          <ul className={rows.rows}>
            {readFragment(ArtistRow_artist, list).map((artist) => (
              <ArtistRow key={artist.id} artist={artist} mayChange={mayChange} />
            ))}
          </ul>
        )}
      </Loaded>
      <AddArtist opened={add && mayChange} onClose={() => show(false)} />
    </>
  );
}
