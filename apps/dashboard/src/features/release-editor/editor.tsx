import type { PageTheme } from '@lynkify/domain';
import { toPageView } from '@lynkify/page-view';
import { Stack, Text } from '@mantine/core';
import { IconChartLine, IconShare3 } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { ButtonLink, IconLink } from '../../components/links.js';
import { useCurrentArtist } from '../../session/current-artist.js';
import { useMay } from '../../session/may.js';
import { EditorBar } from '../page-editor/editor-bar.js';
import { EditorLayout, EditorPart } from '../page-editor/editor-layout.js';
import { EditorNotices } from '../page-editor/editor-notices.js';
import { LeaveGuard } from '../page-editor/leave-guard.js';
import { LookFields } from '../page-editor/look-fields.js';
import { PictureField } from '../page-editor/picture-field.js';
import { SaveStatus } from '../page-editor/save-status.js';
import { useEditing } from '../page-editor/use-editing.js';
import { ReleaseStatus } from '../releases/release-status.js';
import { AddressPart } from './address-part.js';
import { AvailabilityPart } from './availability-part.js';
import { AlsoByPart, VideoPart } from './below-parts.js';
import { DangerPart } from './danger-part.js';
import { DetailsPart } from './details-part.js';
import { useLinksAhead } from './links-ahead.js';
import { LinksPart } from './links-part.js';
import { MatchPart } from './match-part.js';
import { otherReleases } from './other-releases.js';
import { forgetLists, useReleaseActions } from './release-actions.js';
import { documentOf, draftOf, fieldNames, problemsOf, type ReleaseDraft } from './release-draft.js';
import { NewReleasesLook } from './new-releases-look.js';
import { ReleasePreview } from './release-preview.js';
import { ReleasePublish } from './release-publish.js';
import { editedRelease, type EditedRelease } from './release-query.js';
import { ReminderPart } from './reminder-part.js';
import { releaseSaver } from './save-release.js';
import { SignupPart } from './signup-part.js';
import { TracksPart } from './tracks-part.js';

/** The editor of one release. */
export function ReleaseEditor({ release: held }: { release: EditedRelease }) {
  const { release, during } = useLinksAhead(held);
  const { id, artist } = release;
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { workspace } = useCurrentArtist();
  const mayWrite = useMay('releases:write');
  const mayWriteArtist = useMay('artists:write');
  const mayPublish = useMay('pages:publish');
  const { actions, done } = useReleaseActions(id);
  const [save] = useState(() => releaseSaver(id, queryClient));
  const { store, state, draft, problems, refused, errors, saveAll, pending, isUnsaved, wrong } = useEditing({ saved: useMemo(() => draftOf(held), [held]), save, problemsOf });
  // Other screens show the title, the artwork and the date too.
  useEffect(() => () => void forgetLists(queryClient), [queryClient]);

  const others = useQuery(otherReleases(artist.id));
  // The page follows the typing one step behind, so that the typing itself never waits for it.
  const shown = useDeferredValue(draft);
  const document = useMemo(() => documentOf(release, shown, workspace, others.data), [release, shown, workspace, others.data]);

  const pagesUrl = new URL(release.publicUrl).origin;
  const viewOf = useCallback((theme: PageTheme) => toPageView({ ...document, theme }, { now: new Date(), pagesUrl, mediaUrl: '', fontsUrl: pagesUrl, locale: 'en' }), [document, pagesUrl]);

  const run = async (save: () => Promise<EditedRelease>) => done(await store.run(save, (saved) => draftOf(saved).draft));
  const saveFirst = async (save: () => Promise<EditedRelease>) => {
    await saveAll();
    await run(save);
  };

  return (
    <>
      <LeaveGuard unsaved={isUnsaved} flush={store.flush} />
      <EditorBar title={draft.title.trim() === '' ? 'Untitled release' : draft.title} status={<ReleaseStatus status={release.status} hasUnpublishedChanges={release.hasUnpublishedChanges} />} back={{ to: '/releases', label: 'All releases' }}>
        {mayWrite ? <SaveStatus state={state} wrong={wrong} pending={pending} onRetry={() => void store.flush()} /> : <span />}
        <ButtonLink to="/releases/$releaseId/numbers" params={{ releaseId: id }} variant="default" leftSection={<IconChartLine size={18} aria-hidden />} visibleFrom="sm">
          Numbers
        </ButtonLink>
        <IconLink to="/releases/$releaseId/numbers" params={{ releaseId: id }} variant="default" aria-label="Numbers" hiddenFrom="sm">
          <IconChartLine size={18} />
        </IconLink>
        <ButtonLink to="/share" search={{ release: id }} variant="default" leftSection={<IconShare3 size={18} aria-hidden />} visibleFrom="sm">
          Share
        </ButtonLink>
        <IconLink to="/share" search={{ release: id }} variant="default" aria-label="Share" hiddenFrom="sm">
          <IconShare3 size={18} />
        </IconLink>
        {mayPublish && <ReleasePublish release={release} document={document} unsaved={isUnsaved} wrong={wrong} flush={store.flush} onPublish={() => saveFirst(actions.publish)} />}
      </EditorBar>
      <EditorNotices what="release" store={store} state={state} fieldNames={fieldNames} />
      {!mayWrite && (
        <Text c="dimmed" mb="lg">
          Your role looks at releases and does not change them.
        </Text>
      )}
      <EditorLayout outline={outlineOf(problems, refused)} preview={<ReleasePreview document={document} pagesUrl={new URL(release.publicUrl).origin} />}>
        <LinksPart release={release} actions={actions} run={run} during={during} />
        <MatchPart release={held} actions={actions} run={run} />
        <fieldset disabled={!mayWrite} style={{ display: 'contents' }}>
          <DetailsPart draft={draft} artistName={artist.name} errors={errors} onEdit={store.edit} />
          <EditorPart id="artwork" title="Artwork">
            <PictureField
              what="artwork"
              picture={draft.artwork}
              alt={draft.artworkAlt}
              altError={errors.error('artworkAlt') ?? errors.error('artwork')}
              onChange={(artwork) => store.edit({ artwork, ...(artwork === null && { artworkAlt: '' }) })}
              onAltChange={(artworkAlt) => store.edit({ artworkAlt })}
              onAltBlur={errors.left('artworkAlt')}
            />
          </EditorPart>
          <TracksPart tracks={draft.tracks} previews={draft.previews} errors={errors} onChange={(tracks) => store.edit({ tracks })} onPreviews={(previews) => store.edit({ previews })} />
          <VideoPart video={draft.video} releaseTitle={draft.title} errors={errors} onChange={(video) => store.edit({ video })} />
          <ReminderPart releaseId={id} reminder={draft.reminder} releasedAt={release.releasedAt} errors={errors} onChange={(reminder) => store.edit({ reminder })} />
          <SignupPart capture={draft.capture} artistName={artist.name} errors={errors} onChange={(capture) => store.edit({ capture })} />
          <AlsoByPart on={draft.alsoBy} artistName={artist.name} count={others.data ? others.data.filter((card) => card.id !== id).length : null} onChange={(alsoBy) => store.edit({ alsoBy })} />
          <EditorPart id="look" title="Look">
            <Stack gap="xl">
              <LookFields theme={draft.theme} colours={draft.artwork?.colours ?? null} errors={errors} viewOf={viewOf} onChange={(theme) => store.edit({ theme })} />
              {mayWriteArtist && <NewReleasesLook artist={artist} theme={draft.theme} />}
            </Stack>
          </EditorPart>
          <AvailabilityPart draft={draft} release={release} mayWrite={mayWrite} errors={errors} onEdit={store.edit} onPassword={(password) => run(() => actions.setPassword(password))} />
        </fieldset>
        {mayWrite && (
          <>
            <AddressPart release={release} onChangeAddress={(slug) => run(() => actions.changeAddress(slug))} />
            <DangerPart
              release={release}
              mayPublish={mayPublish}
              onUnpublish={() => run(actions.unpublish)}
              onArchive={(choice) => run(() => actions.archive(choice))}
              onRestore={() => run(actions.restore)}
              onDelete={async () => {
                await actions.delete();
                await forgetLists(queryClient);
                // Nothing of what is open can be saved any more.
                await navigate({ to: '/releases', ignoreBlocker: true });
                queryClient.removeQueries({ queryKey: editedRelease(id).queryKey });
              }}
            />
          </>
        )}
      </EditorLayout>
    </>
  );
}

/** Where the fields of the draft stand. */
const partOf: Readonly<Record<keyof ReleaseDraft, string>> = {
  title: 'details', artistCredit: 'details', type: 'details', releaseDate: 'details', releaseTime: 'details', timeZone: 'details', upc: 'details', description: 'details',
  artwork: 'artwork', artworkAlt: 'artwork', theme: 'look', capture: 'signup', reminder: 'reminders', tracks: 'tracks', previews: 'tracks', video: 'video', alsoBy: 'also-by',
  elsewhere: 'availability', expires: 'availability', afterExpiry: 'availability',
};

const parts = [
  { id: 'links', label: 'Links' },
  { id: 'matching', label: 'Elsewhere' },
  { id: 'details', label: 'Details' },
  { id: 'artwork', label: 'Artwork' },
  { id: 'tracks', label: 'Tracks' },
  { id: 'video', label: 'Video' },
  { id: 'reminders', label: 'Reminders' },
  { id: 'signup', label: 'Email signup' },
  { id: 'also-by', label: 'Other releases' },
  { id: 'look', label: 'Look' },
  { id: 'availability', label: 'Availability' },
  { id: 'address', label: 'Address' },
  { id: 'danger', label: 'Take down' },
];

function outlineOf(...messages: Readonly<Record<string, string>>[]) {
  const wrong = new Set(messages.flatMap((each) => Object.keys(each)).map((path) => partOf[path.split('.')[0] as keyof ReleaseDraft]));
  return parts.map((part) => ({ ...part, wrong: wrong.has(part.id) }));
}
