import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Outbound } from '../outbound/outbound.js';
import { startTestApi } from '../testing/test-api.js';
import { Lookups } from './lookups.js';
import { link, type LookupsWorld, startLookups, urlsOf } from '../testing/lookups.js';

let world: LookupsWorld;
beforeAll(async () => {
  world = await startLookups();
});
afterAll(() => world.stop());
beforeEach(() => world.rest());

describe('iTunes', () => {
  it('knows an album by its Apple Music link, with what Apple puts behind the title taken as its kind', async () => {
    const [release] = await world.found('itunes', link('https://music.apple.com/us/album/x/1728639278'));

    expect(release).toMatchObject({ id: '1728639278', by: 'link', title: 'Nightmare·Escape The ERA', artist: 'Dreamcatcher', type: 'ep', releaseDate: '2018-05-10', upc: null, country: 'US' });
    expect(release.artworkUrl).toMatch(/^https:\/\/is1-ssl\.mzstatic\.com\/.+\/3000x3000bb\.jpg$/u);
    expect(release.tracks).toHaveLength(6);
    expect(release.tracks[1]).toEqual({ position: 2, title: 'YOU AND I', isrc: null, durationMs: 195_017, previewUrl: null });
    expect(release.links).toEqual([
      { platform: 'apple_music', url: 'https://music.apple.com/us/album/1728639278', entity: 'album' },
      { platform: 'itunes', url: 'https://itunes.apple.com/us/album/id1728639278?app=itunes', entity: 'album' },
    ]);
  });

  it('asks the shop that the link is of, and leaves music videos out of the tracks', async () => {
    const [release] = await world.found('itunes', link('https://music.apple.com/gb/album/1441458047'));

    expect(release).toMatchObject({ title: 'A Night at the Opera (Deluxe Edition)', country: 'GB' });
    expect(release.tracks.map(({ title }) => title)).toEqual(['Death On Two Legs (Dedicated To...)', 'Lazing On a Sunday Afternoon']);
    expect(world.music.requests('itunes')[0]?.path).toContain('country=gb');
  });

  it('finds by barcode however many zeros it is written with', async () => {
    const [release] = await world.found('itunes', { upc: '00602435689845' });
    expect(release).toMatchObject({ by: 'upc', title: '‘Til We Meet Again (Live)', releaseDate: '2021-04-16' });
  });

  it('finds the release of a song, and gives the song’s page after the release’s', async () => {
    const [release] = await world.found('itunes', link('https://music.apple.com/us/album/1581786154?i=1581786155'));
    expect(urlsOf(release)).toEqual(['https://music.apple.com/us/album/1581786154', 'https://itunes.apple.com/us/album/id1581786154?app=itunes', 'https://music.apple.com/us/album/1581786154?i=1581786155']);
    expect(await world.found('itunes', link('https://music.apple.com/us/song/1581786155'))).toMatchObject([{ title: 'Still Sleepless', type: 'single' }]);
  });

  it('takes 403 with an empty result for “too often”, not for a miss, and leaves Apple alone for a while', async () => {
    world.music.fault('itunes', 'empty-403');
    const answer = await world.find('itunes', { upc: '602435689845' });
    expect(answer).toMatchObject({ outcome: 'unavailable', reason: 'limited' });
    world.music.fault('itunes', null);
    expect(await world.find('itunes', { upc: '602435689845' })).toMatchObject({ outcome: 'unavailable', reason: 'limited' });
    expect(world.music.requests('itunes')).toHaveLength(1);
  });

  it('gives every release that a barcode is of', async () => {
    const [one] = world.music.catalogue;
    const sibling = { ...one!, title: 'Still Sleepless (Clean)', upc: '2000000000060', urls: ['https://music.apple.com/us/album/1999999999'], mbid: null };
    world.music.catalogue.push(sibling);
    const releases = await world.found('itunes', { upc: '2000000000060' });
    world.music.catalogue.pop();
    expect(releases.map(({ title }) => title)).toEqual(['Still Sleepless', 'Still Sleepless (Clean)']);
  });

  it('finds by title and artist, and says that this is how', async () => {
    expect(await world.found('itunes', { search: { title: 'Potent Flask', artist: 'Midnight Laboratory' } })).toMatchObject([{ by: 'search', title: 'Potent Flask', artist: 'Midnight Laboratory', type: 'album' }]);
  });

  it('finds an episode among those of its show', async () => {
    const [show, episode] = await episodeOfRecording();
    const [release] = await world.found('itunes', link(`https://podcasts.apple.com/us/podcast/id${show}?i=${episode}`));
    expect(release).toMatchObject({ id: episode, by: 'link', type: 'podcast-episode', releaseDate: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/u), links: [{ platform: 'apple_podcasts', entity: 'episode' }] });
  });

  /** Ids of what was recorded, read from the stand-in itself. */
  async function episodeOfRecording(): Promise<[string, string]> {
    const answer = await world.api.app.get(Outbound).request({ url: 'https://itunes.apple.com/lookup?id=1678378239&entity=podcastEpisode' });
    const { results } = JSON.parse(answer.text()) as { results: { wrapperType: string; collectionId: number; trackId: number }[] };
    const row = results.find(({ wrapperType }) => wrapperType === 'podcastEpisode');
    return [String(row?.collectionId), String(row?.trackId)];
  }

  it('lists the releases of an artist', async () => {
    const answer = await world.artistReleases('itunes', 'Midnight Laboratory');
    expect(answer).toMatchObject({ outcome: 'found', artist: { name: 'Midnight Laboratory' }, next: null, releases: [{ title: 'Potent Flask' }, { title: 'Commissions Volume I' }, { title: 'Anamnesis', type: 'single' }] });
  });
});

describe('Deezer', () => {
  it('finds by barcode, with all main artists, label, day and the codes of the tracks', async () => {
    const [release] = await world.found('deezer', { upc: '00602475093060' });

    expect(release).toMatchObject({ id: '629506181', by: 'upc', title: 'Die With A Smile', artist: 'Lady Gaga & Bruno Mars', type: 'single', releaseDate: '2024-08-16', upc: '602475093060', label: 'Interscope' });
    expect(release.tracks).toMatchObject([{ position: 1, isrc: 'USUM72409273' }]);
    expect(urlsOf(release)).toEqual(['https://www.deezer.com/album/629506181']);
  });

  it('finds by ISRC the album and the track', async () => {
    const [release] = await world.found('deezer', { isrc: 'USUM72409273' });
    expect(release.by).toBe('isrc');
    expect(urlsOf(release)).toEqual(['https://www.deezer.com/album/629506181', 'https://www.deezer.com/track/2947516331']);
  });

  it('takes another release than the one that was asked for as a miss', async () => {
    const back = world.internet.site('api.deezer.com', () => ({ body: { id: 1, title: 'Another', upc: '602475093061', link: 'https://www.deezer.com/album/1', artist: { name: 'Somebody' } } }));
    const answer = await world.find('deezer', { upc: '00602475093060' });
    back();
    expect(answer).toEqual({ outcome: 'missed' });
  });

  it.each([
    ['no data', { error: { type: 'DataException', message: 'no data', code: 800 } }, { outcome: 'missed' }],
    ['a wrong parameter', { error: { type: 'ParameterException', message: 'Wrong parameter', code: 500 } }, { outcome: 'missed' }],
    ['an error without a code', { error: { type: 'Exception', message: 'An error has occured' } }, { outcome: 'missed' }],
    ['an error that is a text', { error: 'Not Found' }, { outcome: 'missed' }],
    ['a quota', { error: { type: 'Exception', message: 'Quota limit exceeded', code: 4 } }, { outcome: 'unavailable', reason: 'limited' }],
    ['that it is busy', { error: { type: 'Exception', message: 'Service busy', code: 700 } }, { outcome: 'unavailable', reason: 'down' }],
    ['a list', [], { outcome: 'missed' }],
    ['an album with nothing in it', { id: {}, title: null }, { outcome: 'missed' }],
  ])('reads %s with status 200', async (_what, body, outcome) => {
    const back = world.internet.site('api.deezer.com', () => ({ body }));
    const answer = await world.find('deezer', { upc: '00602475093060' });
    back();
    expect(answer).toMatchObject(outcome);
  });

  it('finds by title and artist, with the codes that its search does not tell', async () => {
    expect(await world.found('deezer', { search: { title: 'Still Sleepless', artist: 'Carla Monroe' } })).toMatchObject([{ by: 'search', upc: '2000000000060' }]);
  });

  it('reads what it says with status 200 when it is too much, and when there is nothing', async () => {
    expect(await world.find('deezer', { upc: '724384960657' })).toEqual({ outcome: 'missed' });
    world.music.fault('deezer', 'quota-200');
    expect(await world.find('deezer', { upc: '00602475093060' })).toMatchObject({ outcome: 'unavailable', reason: 'limited', retryAt: expect.any(Date) });
    world.music.fault('deezer', null);
  });

  it('lists the releases of an artist page by page, each with its barcode', async () => {
    const answer = await world.artistReleases('deezer', 'Midnight Laboratory');
    expect(answer).toMatchObject({ outcome: 'found', artist: { name: 'Midnight Laboratory' }, next: null });
    expect(answer?.outcome === 'found' && answer.releases.map(({ title, upc }) => [title, upc])).toEqual([['Potent Flask', '2000000000107'], ['Commissions Volume I', '2000000000114'], ['Anamnesis', '2000000000121']]);
  });
});

describe('MusicBrainz', () => {
  it('finds by barcode, with every page that it knows, each once', async () => {
    const [release] = await world.found('musicbrainz', { upc: '2000000000060' });
    expect(release).toMatchObject({ by: 'upc', title: 'Still Sleepless', artist: 'D.O.D & Carla Monroe', type: 'single' });
    expect(release.links.map(({ platform }) => platform).sort()).toEqual(expect.arrayContaining(['amazon_music', 'apple_music', 'deezer', 'soundcloud', 'spotify', 'tidal', 'youtube', 'youtube_music']));
    expect(new Set(urlsOf(release)).size).toBe(release.links.length);
  });

  it('leaves out relations that ended, and those that are no place to hear it', async () => {
    world.music.catalogue.push({ ...world.music.catalogue[0]!, upc: null, mbid: '00000000-0000-4000-8000-000000000001', tracks: [{ title: 'Made', isrc: 'ZZTST2699999', durationMs: 1 }] });
    const [release] = await world.found('musicbrainz', { isrc: 'ZZTST2699999' });
    world.music.catalogue.pop();
    expect(release.releaseDate).toBeNull();
    expect(urlsOf(release)).toEqual(['https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N', 'https://www.deezer.com/album/629506181', 'https://tidal.com/album/381265361']);
  });

  it('finds whose link it is, in whichever country’s shop MusicBrainz has it', async () => {
    const [release] = await world.found('musicbrainz', link('https://music.apple.com/fr/album/x/1456105020'));
    expect(release).toMatchObject({ id: '5be15886-dfb7-4cbf-a9c3-c68a3172d534', by: 'link', links: [{ platform: 'apple_music' }] });
  });

  it('gives every release that a barcode is of', async () => {
    const releases = await world.found('musicbrainz', { upc: '638812709127' });
    expect(releases).toMatchObject([{ title: 'Lions', artist: 'The Black Crowes', country: 'CA', label: 'V2' }, { title: 'Lions', country: 'US' }]);
  });

  it('reads the search of addresses also in the shape that was announced', async () => {
    const flat = { count: 1, urls: [{ id: 'a', score: 100, resource: 'https://music.apple.com/gb/album/1456105020', relations: [{ type: 'streaming', direction: 'backward', release: { id: '5be15886-dfb7-4cbf-a9c3-c68a3172d534', title: 'x' }, 'target-type': 'release' }] }] };
    const back = world.internet.site('musicbrainz.org', ({ url }) => (url.pathname === '/ws/2/url/' ? { body: flat } : { body: { id: '5be15886-dfb7-4cbf-a9c3-c68a3172d534', title: 'You Can Do It / Back in the Days', 'artist-credit': [{ name: 'A', joinphrase: ' feat. ' }, { name: 'B', joinphrase: '' }], barcode: null, relations: [] } }));
    const [release] = await world.found('musicbrainz', link('https://music.apple.com/us/album/1456105020'));
    back();
    expect(release).toMatchObject({ title: 'You Can Do It / Back in the Days', artist: 'A feat. B', upc: null, releaseDate: null });
  });

  it('finds by title and artist', async () => {
    expect(await world.found('musicbrainz', { search: { title: 'Deck of Cards', artist: 'Yumeth Athukorala' } })).toMatchObject([{ by: 'search', title: 'Deck of Cards' }]);
  });

  it('is asked without its limit where it is a mirror of one’s own, in whatever network', async () => {
    const mirror = createServer((request, response) => void response.setHeader('content-type', 'application/json').end(JSON.stringify(request.url?.startsWith('/ws/2/release/?query=') ? { releases: [1, 2, 3].map((n) => ({ id: `0000000${n}`, barcode: '4006381333931' })) } : { id: request.url?.slice(14, 22), title: 'Of the mirror', barcode: '4006381333931' })));
    mirror.listen(0, '127.0.0.1');
    await once(mirror, 'listening');
    const api = await startTestApi({ MUSICBRAINZ_URL: `http://127.0.0.1:${(mirror.address() as AddressInfo).port}` });
    const answer = await api.app.get(Lookups).get('musicbrainz').find({ upc: '4006381333931', country: 'US' });
    const turns = await api.sql(`select service from service_turns`);
    await api.stop();
    mirror.close();
    expect(answer).toMatchObject({ outcome: 'found', releases: [{ title: 'Of the mirror' }, {}, {}] });
    expect(turns).toEqual([]);
  });

  it('takes 503 for “too often”', async () => {
    world.music.fault('musicbrainz', 'limited');
    expect(await world.find('musicbrainz', { upc: '2000000000060' })).toMatchObject({ outcome: 'unavailable', reason: 'limited' });
    world.music.fault('musicbrainz', null);
  });

  it('lists an artist’s releases, of each group of editions one', async () => {
    const answer = await world.artistReleases('musicbrainz', 'ADULT DVD');
    expect(answer).toMatchObject({ outcome: 'found', artist: { name: 'ADULT DVD' }, next: null, releases: [{ title: 'Broken English - Remix EP' }, { title: 'I Had - Remix EP' }] });
    expect(world.music.tooQuick('musicbrainz')).toBe(0);
  });
});

it('many questions at once come to a service no quicker than it bears', async () => {
  const answers = await Promise.all(world.music.catalogue.flatMap(({ upc, title, artist }) => [world.find('deezer', { upc: upc ?? '' }), world.find('deezer', { search: { title, artist } }), world.find('itunes', { upc: upc ?? '' })]));
  for (const service of ['deezer', 'itunes'] as const) {
    expect(world.music.tooQuick(service)).toBe(0);
    expect(world.music.requests(service).length).toBeGreaterThan(3);
  }
  // Who would have to wait for too long hears when, and has asked nothing.
  for (const answer of answers) if (answer.outcome === 'unavailable') expect(answer).toMatchObject({ reason: 'limited', retryAt: expect.any(Date) });
  expect(answers.some(({ outcome }) => outcome === 'found')).toBe(true);
});

it('a service that does not answer holds nobody up for long', async () => {
  world.music.fault('deezer', 'timeout');
  const begun = Date.now();
  expect(await world.find('deezer', { upc: '00602475093060' })).toMatchObject({ outcome: 'unavailable', reason: 'down' });
  world.music.fault('deezer', null);
  expect(Date.now() - begun).toBeLessThan(12_000);
}, 20_000);

describe.each(['itunes', 'deezer', 'musicbrainz'] as const)('%s', (service) => {
  it('says of a release that nobody has that it was missed', async () => {
    expect(await world.find(service, { upc: '4006381333931' })).toEqual({ outcome: 'missed' });
    expect(await world.find(service, { search: { title: 'No such title at all', artist: 'Nobody' } })).toEqual({ outcome: 'missed' });
  });

  it('is unavailable, and not wrong, when it is down or talks nonsense', async () => {
    world.music.fault(service, 'down');
    expect(await world.find(service, { upc: '4006381333931' })).toMatchObject({ outcome: 'unavailable', reason: 'down' });
    world.music.fault(service, 'garbage');
    expect(await world.find(service, { upc: '4006381333931' })).toMatchObject({ outcome: 'unavailable', reason: 'garbage' });
    world.music.fault(service, null);
  });
});
