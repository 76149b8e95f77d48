import { cleanText, codePoints, compareArtists, parseDate, parseIsrc, parseUpc, readPreviewUrl, titleAsReleased, titleLength, type OfferedRelease, type ReleaseFacts, type TrackFacts } from '@lynkify/domain';
import type { FoundRelease } from '../lookups/lookup.js';
import type { StoredFacts } from './match-rows.js';

const mostTracks = 300;
const longestTrack = 86_400_000;

/** What a service says of a release, as we keep it. */
export interface FoundFacts extends ReleaseFacts {
  artist: string;
  artworkUrl: string | null;
  tracks: TrackFacts[];
}

/** A service's text as we keep texts; '' when it is none, cut where it is too long. */
function line(text: string): string {
  const cleaned = cleanText(text);
  return codePoints(cleaned) <= titleLength.max ? cleaned : [...cleaned].slice(0, titleLength.max - 1).join('').trimEnd() + '…';
}

/** What a found release says of itself, by the rules that hold for what people type. */
export function factsOf(found: FoundRelease): FoundFacts {
  const upc = found.upc === null ? null : parseUpc(found.upc);
  const date = found.releaseDate === null ? null : parseDate(found.releaseDate);
  const tracks = [...found.tracks].sort((a, b) => a.position - b.position).slice(0, mostTracks).map(({ title, isrc, durationMs, previewUrl }) => {
    const code = isrc === null ? null : parseIsrc(isrc);
    return { title: line(title), isrc: code?.ok ? code.value : null, durationMs: durationMs !== null && durationMs >= 1 && durationMs < longestTrack ? Math.round(durationMs) : null, previewUrl: readPreviewUrl(previewUrl) };
  });
  return {
    title: line(titleAsReleased(found.title)),
    artist: line(found.artist),
    artistCredit: line(found.artist),
    type: found.type,
    releaseDate: date?.ok ? date.value : null,
    upc: upc?.ok ? upc.value.code : null,
    label: line(found.label ?? ''),
    // A list with a gap in it is no list of the release.
    tracks: tracks.every(({ title }) => title !== '') ? tracks : [],
    artworkUrl: found.artworkUrl,
  };
}

/** What the ladder compares. */
export function offeredOf(found: FoundRelease): OfferedRelease {
  const { upc, tracks, releaseDate } = factsOf(found);
  return { title: found.title, artist: found.artist, type: found.type, releaseDate, upc, isrcs: tracks.map(({ isrc }) => isrc).filter((code) => code !== null), trackCount: tracks.length > 0 ? tracks.length : null };
}

/**
 * What fields may be filled from. What only a title led to lends its date and cover but no codes: what these led to in
 * turn would look sure, and stand on a guess.
 */
export function storedFacts(facts: Omit<FoundFacts, 'tracks'> & Pick<ReleaseFacts, 'tracks'>, artistName: string, { sure, codes }: { sure: boolean; codes: boolean }): StoredFacts {
  const { title, artist, type, releaseDate, upc, label, tracks, artworkUrl } = facts;
  return {
    title,
    artistCredit: compareArtists(artist, artistName) === 'same' ? '' : artist,
    type,
    releaseDate,
    upc: codes ? upc : null,
    label,
    tracks: codes ? tracks : tracks.map((track) => ({ ...track, isrc: null })),
    artworkUrl,
    sure,
  };
}
