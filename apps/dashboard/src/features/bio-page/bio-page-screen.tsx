import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../components/loaded.js';
import { NotFound } from '../../components/not-found.js';
import { useCurrentArtist } from '../../session/current-artist.js';
import { EditorSkeleton } from '../page-editor/editor-skeleton.js';
import { editedBioPage } from './bio-page-query.js';
import { BioPageEditor } from './editor.js';

/** The bio page of the artist that the screens are about. */
export function BioPageScreen() {
  const { artist } = useCurrentArtist();
  return (
    <Loaded query={useQuery(editedBioPage(artist.id))} skeleton={<EditorSkeleton />}>
      {(page) => (page === null ? <NotFound /> : <BioPageEditor key={artist.id} page={page} />)}
    </Loaded>
  );
}
