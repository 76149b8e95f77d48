import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { chosenRelease, releaseChoices } from './page-query.js';

interface ChooseReleaseProps {
  artistId: string;
  value: string | null;
  onChange: (id: string | null) => void;
}

/** A release of the artist, found by its name among any number. */
export function ChooseRelease({ artistId, value, onChange }: ChooseReleaseProps) {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const named = useQuery(chosenRelease(value));
  // What is chosen is no search: the box shows its name then.
  const choices = useQuery(releaseChoices(named.data && search === nameOf(named.data) ? '' : search, artistId));
  const all = [...(named.data ? [named.data] : []), ...(choices.data ?? []).filter(({ id }) => id !== named.data?.id)];
  return (
    <Select
      label="Release"
      placeholder="Search by title"
      searchable
      allowDeselect={false}
      data={all.map((release) => ({ value: release.id, label: nameOf(release) }))}
      filter={({ options }) => options}
      value={value}
      onChange={onChange}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={choices.isFetching ? 'Searching' : 'No release is called so'}
    />
  );
}

const nameOf = ({ title, artistCredit }: { title: string; artistCredit: string }) => (artistCredit === '' ? title : `${title} (${artistCredit})`);
