import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Loaded } from '../../components/loaded.js';
import { NotFound } from '../../components/not-found.js';
import { EditorSkeleton } from '../page-editor/editor-skeleton.js';
import { ReleaseEditor } from './editor.js';
import { editedRelease } from './release-query.js';

const route = getRouteApi('/shell/releases/$releaseId');

/** One release: its links, its words, its look, its page. */
export function ReleaseEditorScreen() {
  const { releaseId } = route.useParams();
  return (
    <Loaded query={useQuery(editedRelease(releaseId))} skeleton={<EditorSkeleton />}>
      {(release) => (release === null ? <NotFound /> : <ReleaseEditor key={release.id} release={release} />)}
    </Loaded>
  );
}
