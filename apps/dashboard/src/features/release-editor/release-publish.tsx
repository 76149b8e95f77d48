import type { SmartLinkDocument } from '@lynkify/domain';
import { Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDate } from '../../format.js';
import { PublishButton, type Obstacle } from '../page-editor/publish-button.js';
import { isSmartLink, releaseChanges } from './release-changes.js';
import { publishedRelease, type EditedRelease } from './release-query.js';

interface ReleasePublishProps {
  release: EditedRelease;
  /** The page that is typed. */
  document: SmartLinkDocument;
  unsaved: boolean;
  /** How many fields cannot be saved as they are. */
  wrong: number;
  flush(): Promise<boolean>;
  onPublish(): Promise<void>;
}

/** Publish for a release: what is missing, what will change, where it stands afterwards. */
export function ReleasePublish({ release, document, unsaved, wrong, flush, onPublish }: ReleasePublishProps) {
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState(false);
  const live = release.status === 'PUBLISHED';
  const published = useQuery({ ...publishedRelease(release.id), enabled: asked && live });
  const obstacles: Obstacle[] = [];
  if (release.status === 'ARCHIVED') obstacles.push({ words: 'Restore the release first', part: 'danger' });
  if (document.release.title === '' || release.title === 'Untitled release') obstacles.push({ words: 'Give it a title', part: 'details' });
  if (document.destinations.length === 0) obstacles.push({ words: document.off ? 'Switch on at least one link' : 'Add at least one link', part: 'links' });
  if (wrong > 0) obstacles.push({ words: wrong === 1 ? 'Mend the field that could not be saved' : `Mend the ${wrong} fields that could not be saved`, part: 'details' });

  return (
    <PublishButton
      publicUrl={release.publicUrl}
      live={live}
      changed={release.hasUnpublishedChanges || unsaved}
      obstacles={obstacles}
      changes={isSmartLink(published.data) ? releaseChanges(published.data, document) : published.isError ? ['Everything that was saved since it was last published'] : null}
      onOpen={() => {
        void flush();
        setAsked(true);
        void queryClient.invalidateQueries({ queryKey: publishedRelease(release.id).queryKey });
      }}
      onPublish={onPublish}
      note={
        document.access?.expiresAt && Date.parse(document.access.expiresAt) <= Date.now() ? (
          <Text size="sm" c="dimmed">
            The page has ended. Move its end in “Availability” to have it shown.
          </Text>
        ) : document.release.releasedAt !== null && document.release.releaseDate !== null && Date.parse(document.release.releasedAt) > Date.now() ? (
          <Text size="sm" c="dimmed">
            Until {formatDate(document.release.releaseDate)} the page says when it comes out.
          </Text>
        ) : undefined
      }
    />
  );
}
