import {
  captureFormLimits, codePoints, compileSmartLink, defaultReminder, parseCaptureForm, parseDate, parseIsrc, parseLocalMoment, parseReleaseType, parseReminder, parseTheme, parseTime, parseTimeZone, parseTitle, parseUpc, withholdDestinations,
  type CaptureForm, type PageTheme, type Picture, type Refusal, type ReleaseCard, type Result, type SmartLinkDocument,
} from '@lynkify/domain';
import { embeddedVideo } from '@lynkify/platforms';
import type { CurrentWorkspace } from '../../session/session.js';
import type { Snapshot } from '../page-editor/autosave.js';
import { readEditorPicture } from '../page-editor/editor-picture.js';
import type { CaptureDraft } from '../page-editor/signup-fields.js';
import { themeOf } from '../page-editor/theme.js';
import type { VideoDraft } from './below-parts.js';
import type { EditedRelease } from './release-query.js';
import type { ReminderDraft } from './reminder-part.js';

/** A track as it is typed. `key` holds its place on the screen together and is never sent. */
export interface TrackDraft {
  key: string;
  title: string;
  isrc: string;
  durationMs: number | null;
  /** Of the server: nobody types it. */
  previewUrl?: string | null;
}

/** What can be typed of a release, and saves itself. Links, address and status are saved at the press of a button. */
export interface ReleaseDraft {
  title: string;
  artistCredit: string;
  type: EditedRelease['type'];
  releaseDate: string;
  releaseTime: string;
  timeZone: string;
  upc: string;
  description: string;
  artwork: Picture | null;
  artworkAlt: string;
  theme: PageTheme;
  capture: CaptureDraft | null;
  reminder: ReminderDraft;
  tracks: TrackDraft[];
  previews: boolean;
  video: VideoDraft;
  alsoBy: boolean;
  elsewhere: EditedRelease['elsewhere'];
  /** `YYYY-MM-DDTHH:MM` in the release's zone; empty: never. */
  expires: string;
  afterExpiry: EditedRelease['afterExpiry'];
}

/** A row of the track list in which nothing was typed yet: nothing to save, nothing wrong. */
export const isEmptyTrack = ({ title, isrc }: TrackDraft): boolean => title.trim() === '' && isrc.trim() === '';

export const longestDescription = 2_000;

/** The draft that a release, as the server has it, begins with. */
export function draftOf(release: EditedRelease): Snapshot<ReleaseDraft> {
  const artwork = readEditorPicture(release.artwork);
  return {
    version: release.version,
    draft: {
      title: release.title,
      artistCredit: release.artistCredit,
      type: release.type,
      releaseDate: release.releaseDate ?? '',
      releaseTime: release.releaseTime ?? '',
      timeZone: release.timeZone,
      upc: release.upc ?? '',
      description: release.description,
      artwork: artwork && { ...artwork, alt: '' },
      artworkAlt: artwork?.alt ?? '',
      theme: themeOf(release.theme),
      capture: release.capture && { title: release.capture.title, consentText: release.capture.consentText, askName: release.capture.askName },
      reminder: { on: release.reminder.on, consentText: release.reminder.consentText },
      tracks: release.tracks.map(({ id, title, isrc, durationMs, previewUrl }) => ({ key: id, title, isrc: isrc ?? '', durationMs, previewUrl })),
      previews: release.previews,
      video: { url: release.video?.url ?? '', title: release.video?.title ?? '' },
      alsoBy: release.alsoBy,
      elsewhere: release.elsewhere,
      expires: release.expires ?? '',
      afterExpiry: release.afterExpiry,
    },
  };
}

/** What is wrong with a draft, by dotted path. */
export function problemsOf(draft: ReleaseDraft): Record<string, string> {
  const problems: Record<string, string> = {};
  const note = (path: string, errors: readonly Refusal[]) => {
    for (const { message } of errors) problems[path] ??= message;
  };
  const check = (path: string, result: Result<unknown>) => {
    if (!result.ok) note(path, result.errors);
  };
  check('title', parseTitle(draft.title));
  if (codePoints(draft.artistCredit) > 200) problems['artistCredit'] = 'At most 200 characters fit.';
  if (draft.releaseDate !== '') check('releaseDate', parseDate(draft.releaseDate));
  if (draft.releaseTime !== '') check('releaseTime', parseTime(draft.releaseTime));
  check('timeZone', parseTimeZone(draft.timeZone));
  if (draft.expires !== '') check('expires', parseLocalMoment(draft.expires, 'expires'));
  if (draft.upc.trim() !== '') check('upc', parseUpc(draft.upc));
  const length = codePoints(draft.description);
  if (length > longestDescription) problems['description'] = `This has ${length} characters; at most ${longestDescription} fit.`;
  if (codePoints(draft.artworkAlt) > 500) problems['artworkAlt'] = 'At most 500 characters fit.';
  const theme = parseTheme(draft.theme, draft.theme);
  if (!theme.ok) for (const { path, message } of theme.errors) problems[['theme', ...path].join('.')] = message;
  if (draft.capture) Object.assign(problems, captureProblems('capture', draft.capture));
  const reminder = parseReminder(draft.reminder, defaultReminder);
  if (!reminder.ok) note('reminder.consentText', reminder.errors);
  if (draft.video.url.trim() !== '' && !embeddedVideo(draft.video.url)) problems['video.url'] = 'Paste the address of one video at YouTube or Vimeo.';
  if (codePoints(draft.video.title) > 100) problems['video.title'] = 'At most 100 characters fit.';
  for (const [index, track] of draft.tracks.entries()) {
    if (isEmptyTrack(track)) continue;
    check(`tracks.${index}.title`, parseTitle(track.title));
    if (track.isrc.trim() !== '') check(`tracks.${index}.isrc`, parseIsrc(track.isrc));
  }
  return problems;
}

/** What is wrong with a capture form that stands at a path. */
export function captureProblems(path: string, capture: CaptureDraft): Record<string, string> {
  const parsed = parseCaptureForm(capture, null);
  return parsed.ok ? {} : Object.fromEntries(parsed.errors.map((error) => [[path, ...error.path].join('.'), error.message]));
}

/** A capture form as the documents of pages have it. Of one that is still being typed, what fits. */
export function captureOf(draft: CaptureDraft, before: CaptureForm | null): CaptureForm {
  const parsed = parseCaptureForm(draft, before);
  return parsed.ok ? parsed.value : { title: draft.title.slice(0, captureFormLimits.title), consentText: draft.consentText, askName: draft.askName, version: before?.version ?? 1 };
}

/** The page that a draft makes in its workspace. What is not yet right is left out, as it will be until it is saved. */
export function documentOf(release: EditedRelease, draft: ReleaseDraft, workspace: Pick<CurrentWorkspace, 'id' | 'deadLinks'>, others: readonly ReleaseCard[] = []): SmartLinkDocument {
  const video = embeddedVideo(draft.video.url);
  const upc = parseUpc(draft.upc);
  const date = parseDate(draft.releaseDate);
  const time = parseTime(draft.releaseTime);
  const zone = parseTimeZone(draft.timeZone);
  const theme = parseTheme(draft.theme, themeOf(release.theme));
  const reminder = parseReminder(draft.reminder, release.reminder);
  const document = compileSmartLink({
    workspaceId: workspace.id,
    artist: release.artist,
    release: {
      id: release.id,
      slug: release.slug,
      title: draft.title,
      artistCredit: draft.artistCredit,
      type: parseReleaseType(draft.type) ?? 'single',
      releaseDate: date.ok ? date.value : null,
      releaseTime: time.ok ? time.value : null,
      timeZone: zone.ok ? zone.value : release.timeZone,
      upc: upc.ok ? upc.value.code : null,
      description: draft.description,
    },
    artwork: draft.artwork && { ...draft.artwork, alt: draft.artworkAlt },
    destinations: release.destinations.map(({ offeredBefore, ...destination }) => ({ ...destination, before: offeredBefore })),
    tracks: draft.tracks
      .filter(({ title }) => title.trim() !== '')
      .map(({ title, isrc, durationMs, previewUrl }) => {
        const code = parseIsrc(isrc);
        return { title, isrc: code.ok ? code.value : null, durationMs, previewUrl };
      }),
    previews: draft.previews,
    video: video && { provider: video.provider, id: video.id, title: draft.video.title },
    others: draft.alsoBy ? others : null,
    capture: draft.capture && captureOf(draft.capture, release.capture),
    reminder: reminder.ok ? reminder.value : release.reminder,
    theme: theme.ok ? theme.value : themeOf(release.theme),
    elsewhere: draft.elsewhere === 'HIDE' ? 'hide' : 'sink',
    // The mark stands for the password: what a member can see of it.
    access: { expiresAt: draft.expires || null, afterwards: draft.afterExpiry === 'GONE' ? 'gone' : 'artist', password: release.passwordMark },
  });
  const dead = new Set(workspace.deadLinks === 'HIDE' ? release.destinations.filter(({ checkState }) => checkState === 'GONE').map(({ id }) => id) : []);
  return withholdDestinations(document, ({ id }) => (dead.has(id) ? 'withheld' : 'offered'));
}

/** The fields in words, for people. */
export const fieldNames: Readonly<Record<keyof ReleaseDraft, string>> = {
  title: 'the title', artistCredit: 'the artist credit', type: 'the type', releaseDate: 'the release date', releaseTime: 'the release time', timeZone: 'the time zone', upc: 'the UPC',
  description: 'the description', artwork: 'the artwork', artworkAlt: 'the description of the artwork', theme: 'the look', capture: 'the signup form', reminder: 'the reminders', tracks: 'the tracks',
  previews: 'the previews', video: 'the video', alsoBy: 'the other releases',
  elsewhere: 'platforms from elsewhere', expires: 'the end of the page', afterExpiry: 'what comes after its end',
};
