import { Select } from '@mantine/core';
import { useCurrentArtist } from '../../session/current-artist.js';

/** Whose it becomes; nothing where there is only one. */
export function ChooseArtist({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const { workspace } = useCurrentArtist();
  if (workspace.artists.length < 2) return null;
  return <Select label="Artist" searchable allowDeselect={false} data={workspace.artists.map(({ id, name }) => ({ value: id, label: name }))} value={value} onChange={(id) => id !== null && onChange(id)} />;
}
