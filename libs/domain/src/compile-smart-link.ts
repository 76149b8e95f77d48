import { cleanLines, cleanText } from './text.js';
import { localMomentIn, type DestinationOffer } from './offered.js';
import type { AfterExpiry, CaptureForm, ElsewhereRule, PageAccess, PageTheme, Picture, PublishedArtist, PublishedDestination, PublishedTrack, PublishedVideo, ReleaseCard, ReleaseType, SmartLinkDocument } from './published-page.js';
import { releaseMoment, type ReleaseDate } from './release-date.js';
import { defaultReminder, reminderForm, type ReminderSettings } from './reminder-settings.js';
import { readPreviewUrl } from './track-preview.js';

/** What the page of a release is made of: the rows as they are saved, or a form as it is being typed. */
export interface SmartLinkSource {
  workspaceId: string;
  artist: PublishedArtist;
  release: {
    id: string;
    slug: string;
    title: string;
    /** Empty means the artist's name. */
    artistCredit: string;
    type: ReleaseType;
    /** `YYYY-MM-DD`. */
    releaseDate: string | null;
    /** `HH:MM`; null means midnight. */
    releaseTime: string | null;
    timeZone: string;
    upc: string | null;
    description: string;
  };
  artwork: Picture | null;
  /** In the artist's order; without more said of one, it is always offered. */
  destinations: readonly (Pick<PublishedDestination, 'id' | 'platform' | 'url'> & Partial<DestinationOffer>)[];
  /** In order. */
  tracks: readonly PublishedTrack[];
  /** Whether the tracks' previews are on the page; missing: they are. */
  previews?: boolean;
  video?: PublishedVideo | null;
  /** The artist's public releases, the newest first, this one among them or not; null: none are shown. */
  others?: readonly ReleaseCard[] | null;
  capture: CaptureForm | null;
  /** Missing: as every release has it from the start. */
  reminder?: ReminderSettings;
  theme: PageTheme;
  /** Missing: they sink. */
  elsewhere?: ElsewhereRule;
  /** Missing: for everyone and for good. */
  access?: {
    /** `YYYY-MM-DDTHH:MM` in the release's zone. */
    expiresAt: string | null;
    afterwards: AfterExpiry;
    password: string | null;
  };
}

/** The moment of release as ISO 8601 UTC, or null without a date (or with one that is still being typed). */
export function releasedAt(release: { releaseDate: string | null; releaseTime: string | null; timeZone: string }): string | null {
  if (release.releaseDate === null) return null;
  const written: ReleaseDate = { date: release.releaseDate, time: release.releaseTime, timeZone: release.timeZone };
  const moment = releaseMoment(written);
  return moment.ok ? new Date(moment.value).toISOString() : null;
}

/** The document that the renderer serves as the page of a release. Pure: the same source, the same document. */
export function compileSmartLink(source: SmartLinkSource): SmartLinkDocument {
  const { artist, release, artwork, capture, theme } = source;
  const off = source.destinations.filter(({ offered }) => offered === false);
  const access = accessOf(source);
  const moment = releasedAt(release);
  return {
    kind: 'smart-link',
    workspaceId: source.workspaceId,
    artist: { id: artist.id, handle: artist.handle, name: artist.name },
    release: {
      id: release.id,
      slug: release.slug,
      title: cleanText(release.title),
      artistCredit: cleanText(release.artistCredit) || artist.name,
      type: release.type,
      releasedAt: moment,
      releaseDate: release.releaseDate,
      timeZone: release.timeZone,
      upc: release.upc,
      description: cleanLines(release.description) || null,
      tracks: source.tracks.map((track) => trackOf(track, source.previews !== false)),
    },
    artwork: artwork && { ...artwork },
    destinations: source.destinations.filter(({ offered }) => offered !== false).map((destination) => offerOf(destination, release.timeZone)),
    // Only what is not as it always was: documents of before are equal to those of today.
    ...(off.length > 0 && { off: off.map(({ id, platform, url }) => ({ id, platform, url })) }),
    ...(source.elsewhere === 'hide' && { elsewhere: source.elsewhere }),
    ...(access && { access }),
    capture: capture && { ...capture },
    ...(moment !== null && { reminder: reminderForm(source.reminder ?? defaultReminder) }),
    ...(source.video && { video: { ...source.video, title: cleanText(source.video.title) } }),
    ...(source.others && { more: moreReleases(source.others, release.id) }),
    theme: { ...theme },
  };
}

function trackOf({ title, isrc, durationMs, previewUrl }: PublishedTrack, withPreview: boolean): PublishedTrack {
  const preview = withPreview ? readPreviewUrl(previewUrl) : null;
  return { title, isrc, durationMs, ...(preview !== null && { previewUrl: preview }) };
}

/** How many other releases a page shows. */
export const mostMoreReleases = 6;

/** The releases that a page shows besides its own. @param newest the artist's, the newest first */
export function moreReleases(newest: readonly ReleaseCard[], ownId: string): ReleaseCard[] {
  return newest.filter(({ id }) => id !== ownId).slice(0, mostMoreReleases);
}

function offerOf({ id, platform, url, offeredFrom = null, offeredUntil = null, before }: SmartLinkSource['destinations'][number], timeZone: string): PublishedDestination {
  const window = { from: localMomentIn(timeZone, offeredFrom), until: localMomentIn(timeZone, offeredUntil) };
  return { id, platform, url, ...((window.from ?? window.until) !== null && { window }), ...(before === false && { before }) };
}

function accessOf({ access, release }: SmartLinkSource): PageAccess | null {
  const expiresAt = localMomentIn(release.timeZone, access?.expiresAt ?? null);
  return access && (expiresAt ?? access.password) !== null ? { expiresAt, afterwards: access.afterwards, password: access.password } : null;
}

/** A published release as a bio page shows it. One with a password is shown nowhere: whoever calls this leaves it out. */
export function toReleaseCard({ release, artwork, access }: Pick<SmartLinkDocument, 'release' | 'artwork' | 'access'>): ReleaseCard {
  const { id, slug, title, artistCredit, type, releasedAt: moment } = release;
  return { id, slug, title, artistCredit, type, releasedAt: moment, artwork, ...(access?.expiresAt && { expiresAt: access.expiresAt }) };
}
