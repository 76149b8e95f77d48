import { graphql } from '@lynkify/contract';
import type { QueryClient } from '@tanstack/react-query';
import { execute } from '../../api.js';
import type { UserError } from '../../forms/failure.js';
import type { SaveOutcome } from '../page-editor/autosave.js';
import { themeInput } from '../page-editor/theme.js';
import { messagesOf, withFieldRefusals } from '../page-editor/messages.js';
import { draftOf, isEmptyTrack, type ReleaseDraft } from './release-draft.js';
import { editedRelease, readRelease, ReleaseEditor_release, type EditedRelease } from './release-query.js';

const SaveRelease = graphql(
  `
    mutation SaveRelease($input: UpdateReleaseInput!) {
      updateRelease(input: $input) {
        release {
          ...ReleaseEditor_release
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [ReleaseEditor_release],
);

const SaveTracks = graphql(
  `
    mutation SaveTracks($input: SetTracksInput!) {
      setTracks(input: $input) {
        release {
          ...ReleaseEditor_release
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [ReleaseEditor_release],
);

const refused = (userErrors: readonly UserError[]) => ({ release: null, userErrors });
const orNull = (text: string) => (text.trim() === '' ? null : text);

/** The fields of a draft as the API takes them. Left out stays, null clears. */
export function toInput({ artwork, capture, expires, releaseDate, releaseTime, upc, tracks: _tracks, theme, ...rest }: Partial<ReleaseDraft>) {
  return {
    ...rest,
    ...(theme !== undefined && { theme: themeInput(theme) }),
    ...(releaseDate !== undefined && { releaseDate: orNull(releaseDate) }),
    ...(releaseTime !== undefined && { releaseTime: orNull(releaseTime) }),
    ...(expires !== undefined && { expires: orNull(expires) }),
    ...(upc !== undefined && { upc: orNull(upc) }),
    ...(artwork !== undefined && { artworkId: artwork?.id ?? null }),
    ...(capture !== undefined && (capture === null ? { removeCapture: true } : { capture })),
  };
}

/** Saves what was changed of a release. Shows the answer to every screen that reads it. */
export function releaseSaver(id: string, queryClient: QueryClient) {
  const received = (release: EditedRelease) => queryClient.setQueryData(editedRelease(id).queryKey, release);

  return async (part: Partial<ReleaseDraft>, _draft: ReleaseDraft, version: number): Promise<SaveOutcome<ReleaseDraft>> => {
    const { tracks, ...fields } = part;
    const names = Object.keys(fields) as (keyof ReleaseDraft)[];
    let saved = version;
    let held: ReleaseDraft | undefined;
    if (names.length > 0) {
      const { release, userErrors } = await withFieldRefusals(async () => (await execute(SaveRelease, { input: { releaseId: id, version, ...toInput(fields) } })).updateRelease, refused);
      if (userErrors.some(({ code }) => code === 'STALE_VERSION')) {
        const theirs = await queryClient.fetchQuery({ ...editedRelease(id), staleTime: 0 });
        if (theirs) return { kind: 'stale', theirs: draftOf(theirs) };
      }
      if (!release) return { kind: 'refused', messages: messagesOf(userErrors, { artworkId: 'artwork', removeCapture: 'capture' }), saved: [], version };
      const changed = readRelease(release);
      saved = changed.version;
      held = draftOf(changed).draft;
      received(changed);
    }
    if (tracks) {
      const input = { releaseId: id, tracks: tracks.filter((track) => !isEmptyTrack(track)).map(({ title, isrc, durationMs }) => ({ title, isrc: orNull(isrc), durationMs })) };
      const { release, userErrors } = await withFieldRefusals(async () => (await execute(SaveTracks, { input })).setTracks, refused);
      if (!release) return { kind: 'refused', messages: messagesOf(userErrors, {}), saved: names, version: saved };
      const changed = readRelease(release);
      saved = changed.version;
      held = draftOf(changed).draft;
      received(changed);
    }
    return { kind: 'saved', version: saved, ...(held && { held }) };
  };
}
