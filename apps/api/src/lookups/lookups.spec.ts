import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Internet, type MusicServices, musicServices, startInternet } from '@lynkify/testing';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import type { LookupAnswer, Query, ServiceId } from './lookup.js';
import { Lookups } from './lookups.js';

let internet: Internet;
let music: MusicServices;
let api: TestApi;
beforeAll(async () => {
  internet = await startInternet();
  music = musicServices(internet);
  api = await startTestApi(internet.settings);
});
afterAll(async () => {
  await api.stop();
  await internet.stop();
});
// As if nothing had been asked for long: for the services, and for us.
beforeEach(async () => {
  music.rest();
  await api.sql('delete from service_turns');
});

const find = (service: ServiceId, query: Partial<Query>): Promise<LookupAnswer> => api.app.get(Lookups).get(service).find({ country: 'US', ...query });
const link = (url: string, platform = '') => ({ link: { platform, url } });

/** The releases of an answer that has some. */
async function found(service: ServiceId, query: Partial<Query>) {
  const answer = await find(service, query);
  if (answer.outcome !== 'found') throw new Error(`${service} found nothing: ${JSON.stringify(answer)}`);
  return answer.releases;
}
const urlsOf = ({ links }: { links: { url: string }[] }) => links.map(({ url }) => url);

describe('iTunes', () => {
  it('knows an album by its Apple Music link, with what Apple puts behind the title taken as its kind', async () => {
    const [release] = await found('itunes', link('https://music.apple.com/us/album/x/1728639278'));

    expect(release).toMatchObject({ id: '1728639278', by: 'link', title: 'Nightmare·Escape The ERA', artist: 'Dreamcatcher', type: 'ep', releaseDate: '2018-05-10', upc: null, country: 'US' });
    expect(release?.artworkUrl).toMatch(/^https:\/\/is1-ssl\.mzstatic\.com\/.+\/3000x3000bb\.jpg$/u);
    expect(release?.tracks).toHaveLength(6);
    expect(release?.tracks[1]).toEqual({ position: 2, title: 'YOU AND I', isrc: null, durationMs: 195_017, previewUrl: null });
    expect(release?.links).toEqual([
      { platform: 'apple_music', url: 'https://music.apple.com/us/album/1728639278', entity: 'album' },
      { platform: 'itunes', url: 'https://itunes.apple.com/us/album/id1728639278?app=itunes', entity: 'album' },
    ]);
  });

  it('asks the shop that the link is of, and leaves music videos out of the tracks', async () => {
    const [release] = await found('itunes', link('https://music.apple.com/gb/album/1441458047'));

    expect(release).toMatchObject({ title: 'A Night at the Opera (Deluxe Edition)', country: 'GB' });
    expect(release?.tracks.map(({ title }) => title)).toEqual(['Death On Two Legs (Dedicated To...)', 'Lazing On a Sunday Afternoon']);
    expect(music.requests('itunes')[0]?.path).toContain('country=gb');
  });

  it('finds by barcode however many zeros it is written with', async () => {
    const [release] = await found('itunes', { upc: '00602435689845' });
    expect(release).toMatchObject({ by: 'upc', title: '‘Til We Meet Again (Live)', releaseDate: '2021-04-16' });
  });

  it('finds the release of a song, and gives the song’s page after the release’s', async () => {
    const [release] = await found('itunes', link('https://music.apple.com/us/album/1581786154?i=1581786155'));
    expect(urlsOf(release!)).toEqual(['https://music.apple.com/us/album/1581786154', 'https://itunes.apple.com/us/album/id1581786154?app=itunes', 'https://music.apple.com/us/album/1581786154?i=1581786155']);
    expect(await found('itunes', link('https://music.apple.com/us/song/1581786155'))).toMatchObject([{ title: 'Still Sleepless', type: 'single' }]);
  });

  it('takes 403 with an empty result for “too often”, not for a miss, and leaves Apple alone for a while', async () => {
    music.fault('itunes', 'empty-403');
    const answer = await find('itunes', { upc: '602435689845' });
    expect(answer).toMatchObject({ outcome: 'unavailable', reason: 'limited' });
    music.fault('itunes', null);
    expect(await find('itunes', { upc: '602435689845' })).toMatchObject({ outcome: 'unavailable', reason: 'limited' });
    expect(music.requests('itunes')).toHaveLength(1);
  });

  it('lists the releases of an artist', async () => {
    const answer = await api.app.get(Lookups).get('itunes').artistReleases?.({ platform: 'apple_music', url: music.artistPage('itunes', 'Midnight Laboratory') }, 'US', null);
    expect(answer).toMatchObject({ outcome: 'found', artist: { name: 'Midnight Laboratory' }, next: null, releases: [{ title: 'Potent Flask' }, { title: 'Commissions Volume I' }, { title: 'Anamnesis', type: 'single' }] });
  });
});

describe('Deezer', () => {
  it('finds by barcode, with all main artists, label, day and the codes of the tracks', async () => {
    const [release] = await found('deezer', { upc: '00602475093060' });

    expect(release).toMatchObject({ id: '629506181', by: 'upc', title: 'Die With A Smile', artist: 'Lady Gaga & Bruno Mars', type: 'single', releaseDate: '2024-08-16', upc: '602475093060', label: 'Interscope' });
    expect(release?.tracks).toMatchObject([{ position: 1, isrc: 'USUM72409273' }]);
    expect(urlsOf(release!)).toEqual(['https://www.deezer.com/album/629506181']);
  });

  it('finds by ISRC the album and the track', async () => {
    const [release] = await found('deezer', { isrc: 'USUM72409273' });
    expect(release?.by).toBe('isrc');
    expect(urlsOf(release!)).toEqual(['https://www.deezer.com/album/629506181', 'https://www.deezer.com/track/2947516331']);
  });

  it('takes another release than the one that was asked for as a miss', async () => {
    internet.site('api.deezer.com', () => ({ body: { id: 1, title: 'Another', upc: '602475093061', link: 'https://www.deezer.com/album/1', artist: { name: 'Somebody' } } }));
    const answer = await find('deezer', { upc: '00602475093060' });
    music = musicServices(internet);
    expect(answer).toEqual({ outcome: 'missed' });
  });

  it('reads what it says with status 200 when it is too much, and when there is nothing', async () => {
    expect(await find('deezer', { upc: '724384960657' })).toEqual({ outcome: 'missed' });
    music.fault('deezer', 'quota-200');
    expect(await find('deezer', { upc: '00602475093060' })).toMatchObject({ outcome: 'unavailable', reason: 'limited', retryAt: expect.any(Date) });
    music.fault('deezer', null);
  });

  it('lists the releases of an artist page by page, each with its barcode', async () => {
    const artist = { platform: 'deezer', url: music.artistPage('deezer', 'Midnight Laboratory') };
    const answer = await api.app.get(Lookups).get('deezer').artistReleases?.(artist, 'US', null);
    expect(answer).toMatchObject({ outcome: 'found', artist: { name: 'Midnight Laboratory' }, next: null });
    expect(answer?.outcome === 'found' && answer.releases.map(({ title, upc }) => [title, upc])).toEqual([['Potent Flask', '2000000000107'], ['Commissions Volume I', '2000000000114'], ['Anamnesis', '2000000000121']]);
  });
});

describe('MusicBrainz', () => {
  it('finds by barcode, with every page that it knows, each once', async () => {
    const [release] = await found('musicbrainz', { upc: '2000000000060' });
    expect(release).toMatchObject({ by: 'upc', title: 'Still Sleepless', artist: 'D.O.D & Carla Monroe', type: 'single' });
    expect(release?.links.map(({ platform }) => platform).sort()).toEqual(expect.arrayContaining(['amazon_music', 'apple_music', 'deezer', 'soundcloud', 'spotify', 'tidal', 'youtube', 'youtube_music']));
    expect(new Set(urlsOf(release!)).size).toBe(release?.links.length);
  });

  it('leaves out relations that ended, and those that are no place to hear it', async () => {
    internet.site('mirror.example.org', () => ({}));
    music.catalogue.push({ ...music.catalogue[0]!, upc: null, mbid: '00000000-0000-4000-8000-000000000001', tracks: [{ title: 'Made', isrc: 'ZZTST2699999', durationMs: 1 }] });
    const [release] = await found('musicbrainz', { isrc: 'ZZTST2699999' });
    music.catalogue.pop();
    expect(release?.releaseDate).toBeNull();
    expect(urlsOf(release!)).toEqual(['https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N', 'https://www.deezer.com/album/629506181', 'https://tidal.com/album/381265361']);
  });

  it('finds whose link it is, in whichever country’s shop MusicBrainz has it', async () => {
    const [release] = await found('musicbrainz', link('https://music.apple.com/fr/album/x/1456105020'));
    expect(release).toMatchObject({ id: '5be15886-dfb7-4cbf-a9c3-c68a3172d534', by: 'link', links: [{ platform: 'apple_music' }] });
  });

  it('takes 503 for “too often”', async () => {
    music.fault('musicbrainz', 'limited');
    expect(await find('musicbrainz', { upc: '2000000000060' })).toMatchObject({ outcome: 'unavailable', reason: 'limited' });
    music.fault('musicbrainz', null);
  });

  it('lists an artist’s releases, of each group of editions one', async () => {
    const answer = await api.app.get(Lookups).get('musicbrainz').artistReleases?.({ platform: 'musicbrainz', url: music.artistPage('musicbrainz', 'ADULT DVD') }, 'US', null);
    expect(answer).toMatchObject({ outcome: 'found', artist: { name: 'ADULT DVD' }, next: null, releases: [{ title: 'Broken English - Remix EP' }, { title: 'I Had - Remix EP' }] });
    expect(music.tooQuick('musicbrainz')).toBe(0);
  });
});

describe.each(['itunes', 'deezer', 'musicbrainz'] as const)('%s', (service) => {
  it('says of a release that nobody has that it was missed', async () => {
    expect(await find(service, { upc: '4006381333931' })).toEqual({ outcome: 'missed' });
    expect(await find(service, { search: { title: 'No such title at all', artist: 'Nobody' } })).toEqual({ outcome: 'missed' });
  });

  it('is unavailable, and not wrong, when it is down or talks nonsense', async () => {
    music.fault(service, 'down');
    expect(await find(service, { upc: '4006381333931' })).toMatchObject({ outcome: 'unavailable', reason: 'down' });
    music.fault(service, 'garbage');
    expect(await find(service, { upc: '4006381333931' })).toMatchObject({ outcome: 'unavailable', reason: 'garbage' });
    music.fault(service, null);
  });
});
