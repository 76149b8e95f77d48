import { graphql, type ResultOf } from '@lynkify/contract';
import { Anchor, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Picture } from '../../../components/picture.js';
import rows from '../../../components/rows.module.css';
import classes from '../settings.module.css';
import { ChangeAddress } from './change-address.js';
import { RenameArtist } from './rename-artist.js';

export const ArtistRow_artist = graphql(`
  fragment ArtistRow_artist on Artist {
    id
    name
    handle
    publicUrl
    formerHandles
  }
`);

export function ArtistRow({ artist, mayChange }: { artist: ResultOf<typeof ArtistRow_artist>; mayChange: boolean }) {
  const [renaming, rename] = useDisclosure(false);
  const [moving, move] = useDisclosure(false);
  const { name, publicUrl, formerHandles } = artist;
  return (
    <li className={`${rows.row} ${rows.wraps}`}>
      <Picture picture={null} size={36} name={name} />
      <span className={rows.words}>
        <span className={rows.name}>{name}</span>
        <span className={rows.note}>
          <Anchor href={publicUrl} target="_blank" rel="noopener" size="xs" c="inherit" underline="hover">
            {publicUrl.replace(/^https?:\/\//u, '')}
          </Anchor>
          {formerHandles.length > 0 && `, also found at ${formerHandles.map((handle) => `/${handle}`).join(', ')}`}
        </span>
      </span>
      {mayChange && (
        <span className={classes.actions}>
          <Button variant="default" onClick={rename.open} aria-label={`Rename ${name}`}>
            Rename
          </Button>
          <Button variant="default" onClick={move.open} aria-label={`Change address of ${name}`}>
            Change address
          </Button>
        </span>
      )}
      <RenameArtist artist={artist} opened={renaming} onClose={rename.close} />
      <ChangeAddress artist={artist} opened={moving} onClose={move.close} />
    </li>
  );
}
