import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Loaded } from '../../components/loaded.js';
import { NotFound } from '../../components/not-found.js';
import layout from '../page-editor/editor-layout.module.css';
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

/** The shape of an editor. */
export function EditorSkeleton() {
  return (
    <>
      <Skeleton height={36} width={320} mb={36} />
      <div className={layout.layout} data-side="edit">
        <Skeleton height={240} width={120} visibleFrom="xl" />
        <Stack gap="lg" className={layout.form}>
          <Skeleton height={28} width={120} />
          <Skeleton height={220} radius="lg" />
          <Skeleton height={28} width={120} />
          <Skeleton height={320} radius="lg" />
        </Stack>
        <Skeleton height={640} radius={24} className={layout.preview} />
      </div>
    </>
  );
}
