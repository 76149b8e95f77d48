import type { SiteAnswer } from '../internet.js';
import type { Protocol } from './service.js';
import { artistId, hasWords, idOn, recorded, type StandInRelease, zeroless } from './stand-in-release.js';

const suffix: Readonly<Record<string, string>> = { single: ' - Single', ep: ' - EP' };

/** The real one begins with blank lines. */
const results = (rows: readonly unknown[], status = 200): SiteAnswer => ({
  status,
  headers: { 'content-type': 'text/javascript; charset=utf-8' },
  body: `\n\n\n${JSON.stringify({ resultCount: rows.length, results: rows }, null, 1)}\n`,
});

const recordedIds: Readonly<Record<string, string>> = { '1728639278': 'itunes-lookup-id-album-songs', '1441458047': 'itunes-lookup-id-album-with-video' };

export const itunes: Protocol = {
  hosts: ['itunes.apple.com'],
  limit: { requests: 20, ms: 60_000 },
  limited: () => results([], 403),
  answer({ url }, catalogue) {
    const { searchParams } = url;
    const [id, upc] = [searchParams.get('id') ?? '', searchParams.get('upc') ?? ''];
    const country = (searchParams.get('country') ?? 'us').toLowerCase();
    const songs = searchParams.get('entity') === 'song';
    if (id === '1678378239' && searchParams.get('entity') === 'podcastEpisode') return { body: recorded('itunes-lookup-podcast-episodes') as object };
    if (id === '1443666680' && searchParams.get('entity') === 'podcast') return { body: recorded('itunes-lookup-podcast') as object };
    const known = recordedIds[id];
    if (known !== undefined) return { body: recorded(known) as object };
    if (zeroless(upc) === '602435689845') return { body: recorded('itunes-lookup-upc-album') as object };
    const here = catalogue.filter((release) => idOn(release, 'apple_music') !== null);
    if (url.pathname === '/search') return results(here.filter(({ title, artist }) => hasWords(`${artist} ${title}`, searchParams.get('term') ?? '')).slice(0, Number(searchParams.get('limit') ?? 50)).map((release) => collection(release, country)));
    if (upc !== '') return results(here.filter((release) => release.upc !== null && zeroless(release.upc) === zeroless(upc)).flatMap((release) => album(release, country, songs)));
    const artist = here.filter((release) => String(artistId(release.artist)) === id);
    if (artist[0]) return results([{ wrapperType: 'artist', artistType: 'Artist', artistName: artist[0].artist, artistId: Number(id) }, ...artist.slice(0, 200).map((release) => collection(release, country))]);
    const byTrack = here.find((release) => release.tracks.some((_, index) => String(trackId(release, index)) === id));
    if (byTrack) return results(byTrack.tracks.map((_, index) => track(byTrack, index, country)).filter((row) => String(row.trackId) === id));
    return results(here.filter((release) => idOn(release, 'apple_music') === id).flatMap((release) => album(release, country, songs)));
  },
};

const trackId = (release: StandInRelease, index: number) => Number(idOn(release, 'apple_music')) + index + 1;
const album = (release: StandInRelease, country: string, songs: boolean) => [collection(release, country), ...(songs ? release.tracks.map((_, index) => track(release, index, country)) : [])];

function collection(release: StandInRelease, country: string) {
  const id = idOn(release, 'apple_music');
  return {
    wrapperType: 'collection', collectionType: 'Album', artistId: artistId(release.artist), collectionId: Number(id), artistName: release.artist,
    collectionName: `${release.title}${suffix[release.type] ?? ''}`, collectionViewUrl: `https://music.apple.com/${country}/album/x/${id ?? ''}?uo=4`,
    artworkUrl100: `https://is1-ssl.mzstatic.com/image/thumb/Music/${id ?? ''}/cover.jpg/100x100bb.jpg`, collectionPrice: idOn(release, 'itunes') === null ? -1 : 9.99,
    trackCount: release.tracks.length, country: 'USA', currency: 'USD', releaseDate: `${release.releaseDate}T07:00:00Z`,
  };
}

function track(release: StandInRelease, index: number, country: string) {
  const of = collection(release, country);
  const id = trackId(release, index);
  const page = `https://music.apple.com/${country}/album/x/${of.collectionId}?i=${id}&uo=4`;
  return {
    ...of, wrapperType: 'track', kind: 'song', trackId: id, trackName: release.tracks[index]?.title, collectionViewUrl: page, trackViewUrl: page,
    trackNumber: index + 1, discNumber: 1, trackTimeMillis: release.tracks[index]?.durationMs, previewUrl: `https://audio-ssl.itunes.apple.com/itunes-assets/AudioPreview/${id}.m4a`, releaseDate: `${release.releaseDate}T12:00:00Z`,
  };
}
