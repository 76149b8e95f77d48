import type { SiteAnswer } from '../internet.js';
import type { Protocol } from './service.js';
import { artistId, hasWords, mbidOf, recorded, type StandInRelease, zeroless } from './stand-in-release.js';

const notFound = (): SiteAnswer => ({ status: 404, body: recorded('musicbrainz-error-not-found') as object });
const search = (list: string, rows: readonly object[]): SiteAnswer => ({ body: { created: '2026-08-30T04:58:35.317Z', count: rows.length, offset: 0, [list]: rows } });
const recordedReleases: Readonly<Record<string, string>> = { '5be15886-dfb7-4cbf-a9c3-c68a3172d534': 'musicbrainz-release-url-rels', '00000000-0000-4000-8000-000000000001': 'musicbrainz-release-url-rels-mixed' };
/** Two releases of one barcode. */
const recordedSearch = () => (recorded('musicbrainz-release-search-barcode') as { releases: { id: string }[] }).releases;
const primary: Readonly<Record<string, string>> = { single: 'Single', ep: 'EP' };

export const musicbrainz: Protocol = {
  hosts: ['musicbrainz.org'],
  // One a second on average; what the way there delays may come a little closer.
  limit: { requests: 3, ms: 2_900 },
  limited: () => ({ status: 503, body: { error: 'Your requests are exceeding the allowable rate limit. Please see https://wiki.musicbrainz.org/XMLWebService for more information.' } }),
  answer({ url, headers }, catalogue) {
    // Who does not say who they are is not answered.
    if (!/\( ?\S+ ?\)/u.test(headers['user-agent'] ?? '')) return { status: 403, body: { error: 'Please send a meaningful User-Agent.' } };
    const here = catalogue.filter(({ mbid }) => mbid !== null);
    const [, noun, key = ''] = /^\/ws\/2\/([\w-]+)(?:\/([^/]*))?$/u.exec(decodeURIComponent(url.pathname)) ?? [];
    const { searchParams } = url;
    const query = searchParams.get('query');
    switch (noun) {
      case 'release': {
        const known = recordedReleases[key];
        if (known !== undefined) return { body: recorded(known) as object };
        if (query !== null) return searchReleases(query, here);
        const group = searchParams.get('release-group');
        if (group !== null) {
          const own = here.filter((release) => groupId(release) === group);
          return { body: { 'release-count': own.length, 'release-offset': 0, releases: own.map(whole) } };
        }
        const release = here.find(({ mbid }) => mbid === key);
        if (release) return { body: whole(release) };
        const brief = recordedSearch().find(({ id }) => id === key);
        return brief ? { body: { ...brief, relations: [] } } : notFound();
      }
      case 'isrc': {
        if (key === 'GBAAA9900303') return { body: recorded('musicbrainz-isrc') as object };
        const releases = here.filter(({ tracks }) => tracks.some(({ isrc }) => isrc === key));
        return releases.length > 0 ? { body: { isrc: key, recordings: [{ id: mbidOf(artistId(key), 4), title: releases[0]?.tracks.find(({ isrc }) => isrc === key)?.title, releases: releases.map(brief) }] } } : notFound();
      }
      case 'url': {
        if (query?.includes('/album/1456105020"')) return { body: recorded('musicbrainz-url-search-nested') as object };
        return search('urls', here.flatMap((release) => release.urls.filter((each) => query?.includes(`"${each}"`)).map((resource) => ({ id: mbidOf(artistId(resource), 3), score: 100, resource, 'relation-list': [{ relations: [{ type: 'free streaming', direction: 'backward', release: { id: release.mbid, title: release.title } }] }] }))));
      }
      case 'artist': {
        const release = here.find(({ artist }) => mbidOf(artistId(artist), 1) === key);
        return release ? { body: { id: key, name: release.artist, 'sort-name': release.artist, type: 'Person' } } : notFound();
      }
      case 'release-group': {
        const own = here.filter(({ artist }) => mbidOf(artistId(artist), 1) === searchParams.get('artist'));
        const offset = Number(searchParams.get('offset') ?? 0);
        return { body: { 'release-group-count': own.length, 'release-group-offset': offset, 'release-groups': own.slice(offset, offset + Number(searchParams.get('limit') ?? 25)).map(group) } };
      }
      default:
        return notFound();
    }
  },
};

function searchReleases(query: string, here: readonly StandInRelease[]): SiteAnswer {
  const [, codes] = /^barcode:\(([^)]*)\)$/u.exec(query) ?? [];
  if (codes !== undefined) {
    const asked = codes.split(' OR ');
    if (asked.includes('638812709127')) return { body: recorded('musicbrainz-release-search-barcode') as object };
    return search('releases', here.filter(({ upc }) => upc !== null && asked.includes(zeroless(upc))).map(brief));
  }
  const [, title = '', artist = ''] = /^release:"([^"]*)" AND artist:"([^"]*)"$/u.exec(query) ?? [];
  return search('releases', title === '' ? [] : here.filter((release) => hasWords(release.title, title) && hasWords(release.artist, artist)).map(brief));
}

const groupId = ({ mbid }: StandInRelease) => `f${(mbid ?? '').slice(1)}`;
const group = (release: StandInRelease) => ({ id: groupId(release), title: release.title, 'primary-type': primary[release.type] ?? 'Album', 'secondary-types': release.type === 'live' ? ['Live'] : release.type === 'compilation' ? ['Compilation'] : [] });

function brief(release: StandInRelease) {
  return {
    id: release.mbid, score: 100, title: release.title, status: 'Official', date: release.releaseDate, country: 'XW', barcode: release.upc ?? '',
    'artist-credit': [{ name: release.artist, joinphrase: '', artist: { id: mbidOf(artistId(release.artist), 1), name: release.artist } }], 'release-group': group(release),
  };
}

function whole(release: StandInRelease) {
  return {
    ...brief(release), 'cover-art-archive': { front: true, count: 1 }, 'label-info': release.label === null ? [] : [{ label: { name: release.label } }],
    media: [{ position: 1, format: 'Digital Media', 'track-count': release.tracks.length, tracks: release.tracks.map(({ title, isrc, durationMs }, index) => ({ position: index + 1, number: String(index + 1), title, length: durationMs, recording: { title, isrcs: isrc === null ? [] : [isrc] } })) }],
    // Each page stands twice, as some do in MusicBrainz.
    relations: release.urls.flatMap((resource) => ['free streaming', 'streaming'].map((type) => ({ type, direction: 'forward', ended: false, url: { id: mbidOf(artistId(resource), 3), resource }, 'target-type': 'url' }))),
  };
}
