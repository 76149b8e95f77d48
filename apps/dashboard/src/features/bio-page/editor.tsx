import type { BioPageDocument, PageTheme } from '@lynkify/domain';
import { toPageView } from '@lynkify/page-view';
import { Stack, Text, TextInput } from '@mantine/core';
import { IconShare3 } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { ConfirmButton } from '../../components/confirm-button.js';
import { CopyField } from '../../components/copy-field.js';
import { ButtonLink, IconLink, TextLink } from '../../components/links.js';
import rows from '../../components/rows.module.css';
import { useCurrentArtist } from '../../session/current-artist.js';
import { useMay } from '../../session/may.js';
import { EditorBar } from '../page-editor/editor-bar.js';
import { EditorLayout, EditorPart } from '../page-editor/editor-layout.js';
import { EditorNotices } from '../page-editor/editor-notices.js';
import { LeaveGuard } from '../page-editor/leave-guard.js';
import { LookFields } from '../page-editor/look-fields.js';
import { PictureField } from '../page-editor/picture-field.js';
import { Preview } from '../page-editor/preview.js';
import { factsOf } from '../page-editor/preview-fan.js';
import { PublishButton } from '../page-editor/publish-button.js';
import { SaveStatus } from '../page-editor/save-status.js';
import { useEditing } from '../page-editor/use-editing.js';
import { ReleaseStatus } from '../releases/release-status.js';
import { publishBioPage, unpublishBioPage } from './bio-page-actions.js';
import { bioPageChanges, isBioPage } from './bio-page-changes.js';
import { documentOf, draftOf, fieldNames, problemsOf } from './bio-page-draft.js';
import { editedBioPage, publishedBioPage, type EditedBioPage } from './bio-page-query.js';
import { bioPageSaver } from './save-bio-page.js';
import { SectionsPart } from './sections-part.js';

/** The editor of an artist's bio page. */
export function BioPageEditor({ page }: { page: EditedBioPage }) {
  const { artist } = page;
  const queryClient = useQueryClient();
  const { workspace } = useCurrentArtist();
  const mayWrite = useMay('artists:write');
  const mayPublish = useMay('pages:publish');
  const [newIds] = useState(() => new Map<string, string>());
  const [save] = useState(() => bioPageSaver(artist.id, queryClient, newIds));
  const { store, state, draft, problems, refused, errors, saveAll, pending, isUnsaved, wrong } = useEditing({ saved: useMemo(() => draftOf(page), [page]), save, problemsOf });
  useEffect(() => () => void queryClient.invalidateQueries({ queryKey: ['home'] }), [queryClient]);
  const shown = useDeferredValue(draft);
  const document = useMemo(() => documentOf(page, shown, workspace.id), [page, shown, workspace.id]);

  const pagesUrl = new URL(page.publicUrl).origin;
  const viewOf = useCallback((theme: PageTheme) => toPageView({ ...document, theme }, { now: new Date(), pagesUrl, mediaUrl: '', fontsUrl: pagesUrl, locale: 'en' }), [document, pagesUrl]);

  const run = async (save: () => Promise<EditedBioPage>) => {
    const saved = await store.run(save);
    queryClient.setQueryData(editedBioPage(artist.id).queryKey, saved);
    await queryClient.invalidateQueries({ queryKey: ['home'] });
  };
  const publish = async () => {
    await saveAll();
    await run(() => publishBioPage(artist.id));
  };

  return (
    <>
      <LeaveGuard unsaved={isUnsaved} flush={store.flush} />
      <EditorBar title="Bio page" status={<ReleaseStatus status={page.status} hasUnpublishedChanges={page.hasUnpublishedChanges} />}>
        {mayWrite ? <SaveStatus state={state} wrong={wrong} pending={pending} onRetry={() => void store.flush()} /> : <span />}
        <ButtonLink to="/share" search={{ place: 'instagram-bio' }} variant="default" leftSection={<IconShare3 size={18} aria-hidden />} visibleFrom="sm">
          Share
        </ButtonLink>
        <IconLink to="/share" search={{ place: 'instagram-bio' }} variant="default" aria-label="Share" hiddenFrom="sm">
          <IconShare3 size={18} />
        </IconLink>
        {mayPublish && <BioPagePublish page={page} document={document} newIds={newIds} unsaved={isUnsaved} wrong={wrong} flush={store.flush} onPublish={publish} />}
      </EditorBar>
      <EditorNotices what="bio page" store={store} state={state} fieldNames={fieldNames} />
      {!mayWrite && (
        <Text c="dimmed" mb="lg">
          Your role looks at the bio page and does not change it.
        </Text>
      )}
      <EditorLayout outline={outline(problems, refused)} preview={<BioPagePreview document={document} pagesUrl={new URL(page.publicUrl).origin} />}>
        <fieldset disabled={!mayWrite} style={{ display: 'contents' }}>
          <EditorPart id="head" title={artist.name}>
            <Stack gap="lg">
              <PictureField
                what="portrait"
                picture={draft.portrait}
                alt={draft.portraitAlt}
                altError={errors.error('portraitAlt') ?? errors.error('portrait')}
                onChange={(portrait) => store.edit({ portrait, ...(portrait === null && { portraitAlt: '' }) })}
                onAltChange={(portraitAlt) => store.edit({ portraitAlt })}
                onAltBlur={errors.left('portraitAlt')}
              />
              <TextInput
                label="Line under the name"
                description="Who you are in one line. May stay empty."
                value={draft.headline}
                error={errors.error('headline')}
                onBlur={errors.left('headline')}
                onChange={(event) => store.edit({ headline: event.currentTarget.value })}
              />
            </Stack>
          </EditorPart>
          <SectionsPart page={page} sections={draft.sections} errors={errors} wrong={placesOf(problems, refused)} onChange={(sections) => store.edit({ sections })} />
          <EditorPart id="look" title="Look">
            <LookFields theme={draft.theme} colours={draft.portrait?.colours ?? document.releases[0]?.artwork?.colours ?? null} errors={errors} viewOf={viewOf} onChange={(theme) => store.edit({ theme })} />
          </EditorPart>
        </fieldset>
        <EditorPart id="address" title="Address">
          <Stack gap="xs">
            <CopyField value={page.publicUrl} what="address" />
            <Text size="sm" c="dimmed">
              This is {artist.name}’s handle. It is changed in <TextLink to="/settings/artists">Settings, Artists</TextLink>; the old address redirects.
            </Text>
          </Stack>
        </EditorPart>
        {page.status === 'PUBLISHED' && mayPublish && (
          <EditorPart id="danger" title="Take down">
            <ul className={rows.rows}>
              <li className={`${rows.row} ${rows.wraps}`}>
                <span className={rows.words}>
                  <span className={rows.name}>Unpublish</span>
                  <span className={rows.note}>The address says that the page is gone. Smart links stay public.</span>
                </span>
                <ConfirmButton variant="default" question="Take the bio page down?" consequence={`${page.publicUrl} will say that the page is gone, at once. You can publish it again whenever you like.`} verb="Unpublish" onConfirm={() => run(() => unpublishBioPage(artist.id))}>
                  Unpublish
                </ConfirmButton>
              </li>
            </ul>
          </EditorPart>
        )}
      </EditorLayout>
    </>
  );
}

function BioPagePreview({ document, pagesUrl }: { document: BioPageDocument; pagesUrl: string }) {
  return <Preview title="Preview of the bio page" viewOf={({ fan }) => toPageView(document, { now: new Date(), pagesUrl, mediaUrl: '', fontsUrl: pagesUrl, ...factsOf(fan) })} />;
}

interface BioPagePublishProps {
  page: EditedBioPage;
  document: BioPageDocument;
  newIds: ReadonlyMap<string, string>;
  unsaved: boolean;
  wrong: number;
  flush(): Promise<boolean>;
  onPublish(): Promise<void>;
}

function BioPagePublish({ page, document, newIds, unsaved: open, wrong, flush, onPublish }: BioPagePublishProps) {
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState(false);
  const live = page.status === 'PUBLISHED';
  const published = useQuery({ ...publishedBioPage(page.artist.id), enabled: asked && live });
  // Sections that were added here go by the ids that the server gave them.
  const known = { ...document, sections: document.sections.map((section) => ({ ...section, id: newIds.get(section.id) ?? section.id })) };
  return (
    <PublishButton
      publicUrl={page.publicUrl}
      live={live}
      changed={page.hasUnpublishedChanges || open}
      obstacles={wrong > 0 ? [{ words: 'Mend what could not be saved', part: 'sections' }] : []}
      changes={isBioPage(published.data) ? bioPageChanges(published.data, known) : published.isError ? ['Everything that was saved since it was last published'] : null}
      onOpen={() => {
        void flush();
        setAsked(true);
        void queryClient.invalidateQueries({ queryKey: publishedBioPage(page.artist.id).queryKey });
      }}
      onPublish={onPublish}
    />
  );
}

const outline = (...messages: Readonly<Record<string, string>>[]) => {
  const paths = messages.flatMap((each) => Object.keys(each));
  const wrong = (...fields: string[]) => paths.some((path) => fields.includes(path.split('.')[0] ?? ''));
  return [
    { id: 'head', label: 'Head', wrong: wrong('headline', 'portrait', 'portraitAlt') },
    { id: 'sections', label: 'Sections', wrong: wrong('sections') },
    { id: 'look', label: 'Look', wrong: wrong('theme') },
    { id: 'address', label: 'Address' },
  ];
};

/** The places of the sections that a message is about. */
function placesOf(...messages: Readonly<Record<string, string>>[]): ReadonlySet<number> {
  return new Set(messages.flatMap((each) => Object.keys(each)).filter((path) => path.startsWith('sections.')).map((path) => Number(path.split('.')[1])));
}
