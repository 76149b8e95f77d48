import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sharableReleases } from './share-query.js';

interface ReleaseChoiceProps {
  artistId: string;
  release: { id: string; title: string };
  onChoose(id: string): void;
}

/** The release that is shared, found by its name among however many. */
export function ReleaseChoice({ artistId, release, onChoose }: ReleaseChoiceProps) {
  const [typed, setTyped] = useState('');
  // What stands in the field is no search.
  const [search] = useDebouncedValue(typed.trim() === release.title ? '' : typed.trim(), 200);
  const { data: releases = [], isFetching } = useQuery(sharableReleases(artistId, search));
  const offered = releases.some(({ id }) => id === release.id) || search !== '' ? releases : [release, ...releases];
  return (
    <Select
      label="Release"
      data={offered.map(({ id, title }) => ({ value: id, label: title }))}
      value={release.id}
      onChange={(id) => id !== null && onChoose(id)}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      // The API has searched already, by credit, address and UPC too.
      filter={({ options }) => options}
      allowDeselect={false}
      nothingFoundMessage={isFetching ? 'Looking' : 'No release is called so'}
      maxDropdownHeight={320}
    />
  );
}
