import { releasePhase, shareText, type ShareContext, type SharedPage } from '@lynkify/domain';
import type { SharedArtist, SharedRelease } from './share-query.js';

/** What stands between an address and those who get it. */
export interface Obstacle {
  words: string;
  /** Publishing the page is what helps. */
  publish: boolean;
}

/** Why the page should not be shared yet, or null. */
export function obstacleOf(shared: { page: 'bio-page'; artist: SharedArtist } | { page: 'smart-link'; release: SharedRelease }, now: number): Obstacle | null {
  if (shared.page === 'bio-page') {
    const { status, hasUnpublishedChanges } = shared.artist.bioPage;
    if (status !== 'PUBLISHED') return { words: 'The bio page is not public yet. Who follows this address finds nothing there.', publish: true };
    return hasUnpublishedChanges ? { words: 'The bio page has changes that nobody sees yet.', publish: true } : null;
  }
  const { status, hasUnpublishedChanges, expiresAt, passwordMark } = shared.release;
  if (status === 'ARCHIVED') return { words: 'This release is archived. Its address leads where you told it to, not to the music.', publish: false };
  if (status !== 'PUBLISHED') return { words: 'This release is not public yet. Who follows this address finds nothing there.', publish: true };
  if (expiresAt !== null && Date.parse(expiresAt) <= now) return { words: 'The page of this release has ended. Move its end in “Availability”.', publish: false };
  if (passwordMark !== null) return { words: 'The page asks for a password. Share that too, or take it off.', publish: false };
  return hasUnpublishedChanges ? { words: 'This release has changes that nobody sees yet.', publish: true } : null;
}

/** The page that is shared at a place: the one that was chosen, else the place's own, as far as there is a release. */
export function pageFor(place: Pick<ShareContext, 'page'>, chosen: SharedPage | undefined, hasRelease: boolean): SharedPage {
  return hasRelease ? (chosen ?? place.page) : 'bio-page';
}

/** The text to paste, as things stand now. */
export function textFor(place: ShareContext, { artist, release, link }: { artist: Pick<SharedArtist, 'name'>; release: Pick<SharedRelease, 'title' | 'artistCredit' | 'releasedAt' | 'releaseDate'> | null; link: string }, now: number): string {
  if (release === null) return shareText(place, { artist: artist.name, release: null, link });
  const { title, artistCredit, releasedAt, releaseDate } = release;
  return shareText(place, { artist: artistCredit === '' ? artist.name : artistCredit, link, release: { title, date: releaseDate, phase: releasePhase({ releasedAt }, now) } });
}

/** "Nobody came from here this week", "12 visits from here this week". */
export function visitWords(visits: number): string {
  return visits === 0 ? 'Nobody came from here this week.' : `${visits.toLocaleString('en')} ${visits === 1 ? 'visit' : 'visits'} from here this week.`;
}
