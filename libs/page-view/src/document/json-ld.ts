import { previewLender, type BioPageDocument, type PublishedTrack, type SmartLinkDocument } from '@lynkify/domain';
import { playerUrl } from '@lynkify/platforms';
import type { DestinationRow, PageFacts } from '../page-view.js';
import { sharingPicture } from '../picture-view.js';
import { socialUrls } from '../social-look.js';

const albumTypes: Readonly<Record<string, string>> = { album: 'AlbumRelease', ep: 'EPRelease', single: 'SingleRelease' };
const productionTypes: Readonly<Record<string, string>> = { live: 'LiveAlbum', mixtape: 'MixtapeAlbum', compilation: 'CompilationAlbum' };

/** `PT3M47S` (ISO 8601) of milliseconds. */
function isoDuration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return `PT${Math.floor(seconds / 60)}M${seconds % 60}S`;
}

/** Addresses elsewhere that a search engine is told of: in the artist's order, as many as are worth their bytes. */
function elsewhere(urls: readonly string[]): string[] {
  let left = 2_000;
  return urls.filter((url) => {
    if (url.length > Math.min(left, 200)) return false;
    left -= url.length;
    return true;
  });
}

/** As much of a text as a search engine shows, cut between words. */
function abstract(text: string): string {
  if (text.length <= 300) return text;
  return `${text.slice(0, 300).replace(/\s+\S*$/u, '')} …`;
}

function recording(track: PublishedTrack, preview: string): object {
  return {
    '@type': 'MusicRecording',
    name: track.title,
    ...(track.isrc && { isrcCode: track.isrc }),
    ...(track.durationMs !== null && { duration: isoDuration(track.durationMs) }),
    ...audioOf(track, preview),
  };
}

/** Half a minute of a recording. */
function audioOf({ previewUrl }: PublishedTrack, preview: string): object {
  return previewUrl && previewLender(previewUrl) !== null ? { audio: { '@type': 'AudioObject', contentUrl: preview } } : {};
}

/** A release in the words of https://schema.org/MusicAlbum, MusicRecording or PodcastEpisode. */
export function smartLinkJsonLd(document: SmartLinkDocument, facts: PageFacts, rows: readonly DestinationRow[]): object {
  const { artist, release, video } = document;
  const player = video ? playerUrl(video) : null;
  const page = `${facts.pagesUrl}/${artist.handle}`;
  const url = `${page}/${release.slug}`;
  const image = sharingPicture(document.artwork, facts.mediaUrl || facts.pagesUrl, release.title);
  const episode = release.type === 'podcast-episode';
  const only = release.type === 'single' && release.tracks.length <= 1;
  const type = episode ? 'PodcastEpisode' : only ? 'MusicRecording' : 'MusicAlbum';
  const [first] = release.tracks;
  return {
    '@context': 'https://schema.org',
    '@type': type,
    '@id': url,
    url,
    name: release.title,
    // Only MusicGroup is a `byArtist` that every reader of this data takes; a podcast's people are its authors.
    [episode ? 'author' : 'byArtist']: { '@type': 'MusicGroup', name: release.artistCredit, ...(release.artistCredit === artist.name && { '@id': page, url: page }) },
    ...(release.releaseDate && { datePublished: release.releaseDate }),
    ...(release.description && { description: abstract(release.description) }),
    ...(image && { image: image.url }),
    ...(type === 'MusicAlbum' && {
      ...(albumTypes[release.type] && { albumReleaseType: `https://schema.org/${albumTypes[release.type] ?? ''}` }),
      ...(productionTypes[release.type] && { albumProductionType: `https://schema.org/${productionTypes[release.type] ?? ''}` }),
      ...(release.upc && { gtin: release.upc }),
      ...(release.tracks.length > 0 && { numTracks: release.tracks.length }),
    }),
    ...(type === 'MusicRecording' && first && { ...(first.isrc && { isrcCode: first.isrc }), ...(first.durationMs !== null && { duration: isoDuration(first.durationMs) }), ...audioOf(first, `${url}/preview/1`) }),
    sameAs: elsewhere(document.destinations.map((destination) => destination.url)),
    potentialAction: rows.map((row) => ({ '@type': 'ListenAction', name: row.name, target: `${facts.pagesUrl}${row.href}` })),
    ...(type === 'MusicAlbum' && release.tracks.length > 0 && { track: release.tracks.map((track, index) => recording(track, `${url}/preview/${index + 1}`)) }),
    ...(video && player !== null && { subjectOf: { '@type': 'VideoObject', name: video.title || release.title, embedUrl: player, ...(image && { thumbnailUrl: image.url }) } }),
  };
}

/** An artist in the words of https://schema.org/MusicGroup. */
export function bioPageJsonLd(document: BioPageDocument, facts: PageFacts): object {
  const url = `${facts.pagesUrl}/${document.artist.handle}`;
  const image = sharingPicture(document.portrait, facts.mediaUrl || facts.pagesUrl, document.artist.name);
  const profiles = elsewhere(socialUrls(document));
  return {
    '@context': 'https://schema.org',
    '@type': 'MusicGroup',
    '@id': url,
    url,
    name: document.artist.name,
    ...(document.headline && { description: document.headline }),
    ...(image && { image: image.url }),
    ...(profiles.length > 0 && { sameAs: profiles }),
    ...(document.releases.length > 0 && {
      album: document.releases.slice(0, 20).map((release) => ({ '@type': 'MusicAlbum', name: release.title, url: `${url}/${release.slug}`, ...(release.releasedAt && { datePublished: release.releasedAt.slice(0, 10) }) })),
    }),
  };
}
