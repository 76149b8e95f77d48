import { channelLabel } from '@lynkify/domain';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatNumber } from '../../format.js';
import { useCurrentArtist } from '../../session/current-artist.js';
import { ChoiceChip, type Choice } from './choice-chip.js';
import classes from './chips.module.css';
import { fanFacets, type FanFacets } from './fans-query.js';
import { isFiltered, type FansSearch } from './fans-search.js';
import { JoinedChip } from './joined-chip.js';
import { countryName } from './place.js';

interface FanFiltersProps {
  search: FansSearch;
  onChange: (change: FansSearch) => void;
  onClear: () => void;
}

/** What narrows the list, each with how many it would leave. */
export function FanFilters({ search, onChange, onClear }: FanFiltersProps) {
  const { workspace } = useCurrentArtist();
  const { data: status } = useQuery(fanFacets(search, 'status'));
  const { artistId } = search;
  return (
    <div role="group" aria-label="Filters" className={classes.chips}>
      <ToggleChip label="Verified" count={status?.verified} on={search.verified === true} onToggle={(on) => onChange({ verified: on ? true : undefined })} />
      <ToggleChip label="Not verified" count={status?.unverified} on={search.verified === false} onToggle={(on) => onChange({ verified: on ? false : undefined })} />
      <ToggleChip label="Unsubscribed" count={status?.unsubscribed} on={search.unsubscribed === true} onToggle={(on) => onChange({ unsubscribed: on ? true : undefined })} />
      {(workspace.artists.length > 1 || artistId !== undefined) && (
        <ChoiceChip
          label="Artist"
          value={artistId}
          choices={workspace.artists.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value) => onChange({ artistId: value })}
        />
      )}
      <FacetChip label="Release" filter="releaseId" search={search} onChange={onChange} />
      <FacetChip label="Channel" filter="channel" search={search} onChange={onChange} />
      <FacetChip label="Country" filter="country" search={search} onChange={onChange} />
      <JoinedChip from={search.joinedFrom} to={search.joinedTo} onChange={onChange} />
      {isFiltered(search) && (
        <Button variant="subtle" color="gray" size="xs" onClick={onClear}>
          Clear all
        </Button>
      )}
    </div>
  );
}

type Facet = 'releaseId' | 'channel' | 'country';

interface FacetChipProps {
  label: string;
  filter: Facet;
  search: FansSearch;
  onChange: (change: FansSearch) => void;
}

/** A filter whose choices come from the API: when the list opens, or for the name of what is chosen. */
function FacetChip({ label, filter, search, onChange }: FacetChipProps) {
  const [opened, setOpened] = useState(false);
  const value = search[filter];
  const { data } = useQuery({ ...fanFacets(search, filter), enabled: opened || value !== undefined });
  return <ChoiceChip label={label} value={value} choices={data && choicesOf[filter](data)} onOpen={() => setOpened(true)} onChange={(next) => onChange({ [filter]: next })} />;
}

const choicesOf: Readonly<Record<Facet, (facets: FanFacets) => Choice[]>> = {
  releaseId: ({ releases }) => releases.flatMap(({ release, count }) => (release ? [{ value: release.id, label: release.title, note: release.artistCredit, count }] : [])),
  channel: ({ channels }) => named(channels, channelLabel),
  country: ({ countries }) => named(countries, countryName),
};

// Fans of whom it is not known are no choice: the API has no filter for them.
const named = (facets: FanFacets['channels'], nameOf: (value: string) => string): Choice[] =>
  facets.flatMap(({ value, count }) => (value === null ? [] : [{ value, label: nameOf(value), count }]));

interface ToggleChipProps {
  label: string;
  count: number | undefined;
  on: boolean;
  onToggle: (on: boolean) => void;
}

function ToggleChip({ label, count, on, onToggle }: ToggleChipProps) {
  return (
    <button type="button" aria-pressed={on} className={classes.chip} onClick={() => onToggle(!on)}>
      {label}
      <span className={classes.count}>{count === undefined ? '' : formatNumber(count)}</span>
    </button>
  );
}
