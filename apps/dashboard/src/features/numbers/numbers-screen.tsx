import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Loaded } from '../../components/loaded.js';
import { PageHeader } from '../../components/page-header.js';
import { useCurrentArtist } from '../../session/current-artist.js';
import { artistNumbers, workspaceNumbers } from './numbers-query.js';
import { NumbersSkeleton } from './numbers-skeleton.js';
import { NumbersView } from './numbers-view.js';
import classes from './numbers.module.css';
import type { NumbersSearch } from './range.js';
import { RangePicker } from './range-picker.js';
import { ShareAddress } from './share-address.js';
import { useRange } from './use-range.js';

const route = getRouteApi('/shell/numbers');

/** Who came, what they did: of the whole workspace or of the current artist. */
export function NumbersScreen() {
  const { workspace, artist } = useCurrentArtist();
  const { of } = route.useSearch();
  const navigate = useNavigate({ from: '/numbers' });
  const { search, days, today, change } = useRange();
  const several = workspace.artists.length > 1;
  const ofArtist = several && of === 'artist';
  const ofWorkspace = useQuery({ ...workspaceNumbers(days), enabled: !ofArtist });
  const ofOne = useQuery({ ...artistNumbers(artist.id, days), enabled: ofArtist });
  const query = ofArtist ? ofOne : ofWorkspace;

  return (
    <>
      <PageHeader title="Numbers" actions={<RangePicker search={search} today={today} onChange={change} />} />
      {several && (
        <SegmentedControl
          className={classes.scope}
          aria-label="Whose numbers"
          data={[
            { value: 'workspace', label: 'All artists' },
            { value: 'artist', label: artist.name },
          ]}
          value={ofArtist ? 'artist' : 'workspace'}
          onChange={(value) => void navigate({ to: '/numbers', search: (before: NumbersSearch) => ({ ...before, of: value === 'artist' ? 'artist' : undefined }), replace: true, resetScroll: false })}
        />
      )}
      <Loaded query={query} skeleton={<NumbersSkeleton />}>
        {(numbers) =>
          numbers && (
            <NumbersView
              numbers={numbers}
              days={days}
              name={ofArtist ? artist.handle : 'all'}
              outdated={query.isPlaceholderData}
              share={<ShareAddress artistId={artist.id} artistName={artist.name} />}
            />
          )
        }
      </Loaded>
    </>
  );
}
