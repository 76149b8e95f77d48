import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmButton } from '../../components/confirm-button.js';
import rows from '../../components/rows.module.css';
import { FormFailure } from '../../forms/form-failure.js';
import { failureOf } from '../../forms/failure.js';
import { EditorPart } from '../page-editor/editor-layout.js';
import type { EditedRelease } from './release-query.js';

interface DangerPartProps {
  release: EditedRelease;
  mayPublish: boolean;
  onUnpublish(): Promise<void>;
  onArchive(): Promise<void>;
  onRestore(): Promise<void>;
  onDelete(): Promise<void>;
}

/** Taking the page down, putting the release away, deleting it. */
export function DangerPart({ release: { status, firstPublishedAt, publicUrl }, mayPublish, onUnpublish, onArchive, onRestore, onDelete }: DangerPartProps) {
  const [restoring, setRestoring] = useState(false);
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
          <li className={`${rows.row} ${rows.wraps}`}>
            <span className={rows.words}>
              <span className={rows.name}>Restore</span>
              <span className={rows.note}>It comes back into the list, not yet public.</span>
            </span>
            <Button variant="default" onClick={() => void restore()} loading={restoring}>
              Restore
            </Button>
          </li>
        ) : (
          <li className={`${rows.row} ${rows.wraps}`}>
            <span className={rows.words}>
              <span className={rows.name}>Archive</span>
              <span className={rows.note}>Out of the list{status === 'PUBLISHED' ? ', and its page is taken down' : ''}. It can be restored.</span>
            </span>
            <ConfirmButton
              variant="default"
              question="Archive this release?"
              consequence={status === 'PUBLISHED' ? 'It leaves the list, and its public page says that it is gone. You can restore it.' : 'It leaves the list. You can restore it.'}
              verb="Archive"
              onConfirm={onArchive}
            >
              Archive
            </ConfirmButton>
          </li>
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
    </EditorPart>
  );
}
