import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ButtonLink } from '../../components/links.js';
import { failureOf } from '../../forms/failure.js';
import { useMay } from '../../session/may.js';
import { publishBioPage } from '../bio-page/bio-page-actions.js';
import { forgetLists, releaseActions } from '../release-editor/release-actions.js';
import type { Obstacle } from './share-state.js';

interface ObstacleNoteProps {
  obstacle: Obstacle;
  /** The release, or null with the bio page. */
  releaseId: string | null;
  artistId: string;
}

/** What to know before the address goes out, and what helps. */
export function ObstacleNote({ obstacle: { words, publish }, releaseId, artistId }: ObstacleNoteProps) {
  const queryClient = useQueryClient();
  const mayPublish = useMay('pages:publish');
  const publishing = useMutation({
    mutationFn: () => (releaseId === null ? publishBioPage(artistId).then(() => undefined) : releaseActions(releaseId).publish().then(() => undefined)),
    onSuccess: async () => {
      await Promise.all([queryClient.invalidateQueries({ queryKey: releaseId === null ? ['bio-page', artistId] : ['release', releaseId] }), forgetLists(queryClient)]);
    },
  });
  return (
    <Alert color="yellow" icon={<IconAlertTriangle size={20} aria-hidden />} role="note">
      <p style={{ margin: '0 0 8px' }}>{words}</p>
      {publishing.isError && (
        <p role="alert" style={{ margin: '0 0 8px' }}>
          {failureOf(publishing.error)}
        </p>
      )}
      {publish && mayPublish && (
        <Button size="xs" mr="xs" loading={publishing.isPending} onClick={() => publishing.mutate()}>
          Publish
        </Button>
      )}
      {releaseId === null ? (
        <ButtonLink to="/bio-page" size="xs" variant="default">
          Open the bio page
        </ButtonLink>
      ) : (
        <ButtonLink to="/releases/$releaseId" params={{ releaseId }} size="xs" variant="default">
          Open the release
        </ButtonLink>
      )}
    </Alert>
  );
}
