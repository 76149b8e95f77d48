import { platformName } from '@lynkify/platforms';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmButton } from '../../components/confirm-button.js';
import rows from '../../components/rows.module.css';
import { FormFailure } from '../../forms/form-failure.js';
import { failureOf } from '../../forms/failure.js';
import { EditorPart } from '../page-editor/editor-layout.js';
import { ArchiveDialog, type ArchiveChoice } from '../releases/archive-dialog.js';
import type { EditedRelease } from './release-query.js';

interface DangerPartProps {
  release: EditedRelease;
  mayPublish: boolean;
  onUnpublish(): Promise<void>;
  onArchive(choice: ArchiveChoice): Promise<void>;
  onRestore(): Promise<void>;
  onDelete(): Promise<void>;
}

/** Taking the page down, putting the release away, deleting it. */
export function DangerPart({ release, mayPublish, onUnpublish, onArchive, onRestore, onDelete }: DangerPartProps) {
  const { status, firstPublishedAt, publicUrl, title, artist, destinations, archiveLeadsTo, archivePlatform } = release;
  const [restoring, setRestoring] = useState(false);
  const [archiving, setArchiving] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const restore = async () => {
    setRestoring(true);
    setFailure(null);
    try {
      await onRestore();
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setRestoring(false);
    }
  };
  return (
    <EditorPart id="danger" title="Take down or put away">
      <FormFailure failure={failure} />
      <ul className={rows.rows}>
        {status === 'PUBLISHED' && mayPublish && (
          <li className={`${rows.row} ${rows.wraps}`}>
            <span className={rows.words}>
              <span className={rows.name}>Unpublish</span>
              <span className={rows.note}>The address says that the page is gone. Fans and numbers stay.</span>
            </span>
            <ConfirmButton variant="default" question="Take the page down?" consequence={`${publicUrl} will say that the page is gone, at once. You can publish it again whenever you like.`} verb="Unpublish" onConfirm={onUnpublish}>
              Unpublish
            </ConfirmButton>
          </li>
        )}
        {status === 'ARCHIVED' ? (
          <>
            {archiveLeadsTo !== null && (
              <li className={`${rows.row} ${rows.wraps}`}>
                <span className={rows.words}>
                  <span className={rows.name}>What was shared</span>
                  <span className={rows.note}>{leadsWords({ leadsTo: archiveLeadsTo, platform: archivePlatform }, artist.name)}</span>
                </span>
                {mayPublish && (
                  <Button variant="default" onClick={() => setArchiving(true)}>
                    Change
                  </Button>
                )}
              </li>
            )}
            <li className={`${rows.row} ${rows.wraps}`}>
              <span className={rows.words}>
                <span className={rows.name}>Restore</span>
                <span className={rows.note}>It comes back into the list. A page that was public when it was archived is public again at once.</span>
              </span>
              <Button variant="default" onClick={() => void restore()} loading={restoring}>
                Restore
              </Button>
            </li>
          </>
        ) : (
          mayPublish && (
            <li className={`${rows.row} ${rows.wraps}`}>
              <span className={rows.words}>
                <span className={rows.name}>Archive</span>
                <span className={rows.note}>Out of the list{status === 'PUBLISHED' ? '; what was shared of it goes on leading where you choose' : ''}. It can be restored.</span>
              </span>
              <Button variant="default" onClick={() => setArchiving(true)}>
                Archive
              </Button>
            </li>
          )
        )}
        {firstPublishedAt === null && status !== 'ARCHIVED' && (
          <li className={`${rows.row} ${rows.wraps}`}>
            <span className={rows.words}>
              <span className={rows.name}>Delete</span>
              <span className={rows.note}>Only drafts that were never public. This cannot be undone.</span>
            </span>
            <ConfirmButton variant="light" color="red" question="Delete this draft?" consequence="The release, its links and its tracks are deleted for good." verb="Delete" onConfirm={onDelete}>
              Delete the draft
            </ConfirmButton>
          </li>
        )}
      </ul>
      {archiving && (
        <ArchiveDialog
          release={{ title, status, artistName: artist.name, platforms: destinations.filter(({ offered }) => offered).map(({ platform }) => platform), archiveLeadsTo, archivePlatform }}
          onClose={() => setArchiving(false)}
          onArchive={onArchive}
        />
      )}
    </EditorPart>
  );
}

function leadsWords({ leadsTo, platform }: ArchiveChoice, artistName: string): string {
  if (leadsTo === 'GONE') return 'Its address and its direct links say that it is gone.';
  return `Its address leads to ${leadsTo === 'PLATFORM' && platform !== null ? platformName(platform) : `the page of ${artistName}`}, its direct links to their platforms.`;
}
