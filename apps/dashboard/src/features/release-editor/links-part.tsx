import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf } from '../../forms/failure.js';
import { FormFailure } from '../../forms/form-failure.js';
import { useMay } from '../../session/may.js';
import { EditorPart } from '../page-editor/editor-layout.js';
import { SortableList } from '../page-editor/sortable-list.js';
import { UndoNotes, useUndo } from '../page-editor/undo.js';
import { AddLinks } from './add-links.js';
import { LinkRow } from './link-row.js';
import type { During } from './links-ahead.js';
import { editedRelease, type EditedRelease } from './release-query.js';
import type { RemovedLink } from './link-actions.js';
import type { ReleaseActions } from './release-actions.js';

interface LinksPartProps {
  release: EditedRelease;
  actions: ReleaseActions;
  /** Saves in its turn and shows the answer. */
  run(save: () => Promise<EditedRelease>): Promise<void>;
  during: During;
}

/** Where the music is: paste, order, correct, remove and take back. */
export function LinksPart({ release, actions, run, during }: LinksPartProps) {
  const queryClient = useQueryClient();
  const mayWrite = useMay('releases:write');
  const [failure, setFailure] = useState<string | null>(null);
  const undo = useUndo<RemovedLink>();
  const { destinations } = release;

  const attempt = async (save: () => Promise<EditedRelease>): Promise<boolean> => {
    setFailure(null);
    try {
      await run(save);
      return true;
    } catch (error) {
      setFailure(failureOf(error));
      // Somebody else may have changed the links meanwhile.
      await queryClient.invalidateQueries({ queryKey: editedRelease(release.id).queryKey });
      return false;
    }
  };
  const reorder = (next: EditedRelease['destinations']) => {
    const ids = next.map(({ id }) => id);
    void during({ kind: 'order', ids }, () => attempt(() => actions.reorder(ids)));
  };
  const remove = async ({ id, platform, platformName, url, offered, offeredFrom, offeredUntil, beforeRelease }: EditedRelease['destinations'][number]) => {
    const position = destinations.findIndex((destination) => destination.id === id);
    if (await during({ kind: 'remove', id }, () => attempt(() => actions.removeLink(id)))) undo.add(id, { platform, platformName, url, position, offer: { offered, offeredFrom, offeredUntil, beforeRelease } });
  };

  return (
    <EditorPart id="links" title="Links" lead={destinations.length > 0 ? 'Fans see them in this order; the one that a fan used last comes first for that fan.' : undefined}>
      {destinations.length > 0 && (
        <SortableList items={destinations} label="Links of this release" nameOf={({ platformName }) => platformName} onReorder={reorder} disabled={!mayWrite}>
          {(destination, handle) => <LinkRow destination={destination} release={release} onSwitch={(offered) => void attempt(() => actions.offerLink(destination.id, { offered }))} onOffer={(offer) => run(() => actions.offerLink(destination.id, offer))} handle={handle} mayWrite={mayWrite} onRemove={() => void remove(destination)} onChange={(url) => run(() => actions.changeLink(destination.id, url))} onCheck={() => run(() => actions.checkLink(destination.id))} onFollow={() => run(() => actions.acceptMovedLink(destination.id))} onConfirm={() => run(() => actions.confirmLink(destination.id))} />}
        </SortableList>
      )}
      <UndoNotes
        entries={undo.entries}
        wordsOf={({ platformName }) => `${platformName} is off this release.`}
        onUndo={(key, link) => {
          undo.drop(key);
          void attempt(() => actions.putBack(link));
        }}
      />
      <FormFailure failure={failure} />
      {mayWrite && <AddLinks destinations={destinations} actions={actions} run={run} />}
    </EditorPart>
  );
}
