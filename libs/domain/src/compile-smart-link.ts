import { cleanLines, cleanText } from './text.js';
import type { CaptureForm, PageTheme, Picture, PublishedArtist, PublishedDestination, PublishedTrack, ReleaseCard, ReleaseType, SmartLinkDocument } from './published-page.js';
import { releaseMoment, type ReleaseDate } from './release-date.js';

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
  /** In the artist's order. */
  destinations: readonly PublishedDestination[];
  /** In order. */
  tracks: readonly PublishedTrack[];
  capture: CaptureForm | null;
  theme: PageTheme;
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
      releasedAt: releasedAt(release),
      releaseDate: release.releaseDate,
      timeZone: release.timeZone,
      upc: release.upc,
      description: cleanLines(release.description) || null,
      tracks: source.tracks.map(({ title, isrc, durationMs }) => ({ title, isrc, durationMs })),
    },
    artwork: artwork && { ...artwork },
    destinations: source.destinations.map(({ id, platform, url }) => ({ id, platform, url })),
    capture: capture && { ...capture },
    theme: { ...theme },
  };
}

/** A published release as a bio page shows it. */
export function toReleaseCard(document: Pick<SmartLinkDocument, 'release' | 'artwork'>): ReleaseCard {
  const { id, slug, title, artistCredit, type, releasedAt: moment } = document.release;
  return { id, slug, title, artistCredit, type, releasedAt: moment, artwork: document.artwork };
}
