import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { musicServiceKeys } from '@lynkify/testing';
import { startTestApi } from '../testing/test-api.js';
import { Lookups } from './lookups.js';
import { link, type LookupsWorld, startLookups, urlsOf } from '../testing/lookups.js';

let world: LookupsWorld;
beforeAll(async () => {
  world = await startLookups(musicServiceKeys());
});
afterAll(() => world.stop());
beforeEach(() => world.rest());

const paths = (service: 'spotify' | 'tidal' | 'apple-music' | 'youtube' | 'odesli') => world.music.requests(service).map(({ path }) => decodeURIComponent(path));

describe('Spotify', () => {
  it('finds by barcode in whichever spelling Spotify has it, and asks the album for what searching does not tell', async () => {
    const [release] = await world.found('spotify', { upc: '602475093060' });

    expect(release).toMatchObject({ id: '10FLjwfpbxLmW8c25Xyc2N', by: 'upc', title: 'Die With A Smile', artist: 'Lady Gaga, Bruno Mars', type: 'single', releaseDate: '2024-08-16', upc: '00602475093060', label: 'Interscope' });
    expect(release.tracks).toMatchObject([{ isrc: 'USUM72409273', durationMs: 251_667 }]);
    expect(urlsOf(release)).toEqual(['https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N']);
    expect(paths('spotify').filter((path) => path.includes('/search')).map((path) => /upc:(\d+)/u.exec(path)?.[1])).toEqual(['602475093060', '0602475093060', '00602475093060']);
  });

  it('finds by ISRC the album and the track', async () => {
    const [release] = await world.found('spotify', { isrc: 'USUM72409273' });
    expect(release.by).toBe('isrc');
    expect(urlsOf(release)).toEqual(['https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N', 'https://open.spotify.com/track/2plbrEY59IikOBgBGLjaoe']);
  });

  it('knows the release of a link, and finds by title and artist', async () => {
    expect(await world.found('spotify', link('https://open.spotify.com/album/2ELRQhmtXbMJSD42WHPh3Y'))).toMatchObject([{ by: 'link', title: 'Broken English - Remix EP', type: 'ep' }]);
    expect(await world.found('spotify', { search: { title: 'Still Sleepless', artist: 'D.O.D' } })).toMatchObject([{ by: 'search', title: 'Still Sleepless', upc: '2000000000060' }]);
  });

  it('fetches one token for many questions, and a new one when it is not accepted any more', async () => {
    const tokens = () => world.internet.requests.filter(({ host }) => host === 'accounts.spotify.com').length;
    const before = tokens();
    world.music.expireTokens();
    await Promise.all([world.found('spotify', { isrc: 'USUM72409273' }), world.found('spotify', { isrc: 'USUM72409273' })]);
    expect(tokens() - before).toBeLessThanOrEqual(2);
    expect(tokens() - before).toBeGreaterThanOrEqual(1);
  });

  it('leaves Spotify alone for as long as it says', async () => {
    world.music.fault('spotify', 'limited');
    const asked = Date.now();
    const answer = await world.find('spotify', { isrc: 'USUM72409273' });
    world.music.fault('spotify', null);
    expect(answer).toMatchObject({ outcome: 'unavailable', reason: 'limited' });
    const wait = answer.outcome === 'unavailable' ? Number(answer.retryAt) - asked : 0;
    expect(wait).toBeGreaterThanOrEqual(7_000);
    expect(wait).toBeLessThan(12_000);
    const before = world.music.requests('spotify').length;
    expect(await world.find('spotify', { isrc: 'USUM72409273' })).toMatchObject({ outcome: 'unavailable', reason: 'limited' });
    expect(world.music.requests('spotify')).toHaveLength(before);
  });

  it('says that its keys are wrong when they are', async () => {
    const api = await startTestApi({ ...world.internet.settings, SPOTIFY_CLIENT_ID: 'client', SPOTIFY_CLIENT_SECRET: 'wrong' });
    const answer = await api.app.get(Lookups).get('spotify').find({ upc: '602475093060', country: 'US' });
    await api.stop();
    expect(answer).toMatchObject({ outcome: 'unavailable', reason: 'refused', message: expect.stringContaining('Invalid client') });
  });
});

describe('TIDAL', () => {
  it('finds by barcode, with artists in TIDAL’s order, codes of the tracks and the largest cover', async () => {
    const [release] = await world.found('tidal', { upc: '602475093060' });
    expect(release).toMatchObject({ id: '381265361', by: 'upc', title: 'Die With A Smile', artist: 'Lady Gaga, Bruno Mars', type: 'single', releaseDate: '2024-08-16', upc: '00602475093060' });
    expect(release.artworkUrl).toMatch(/1280x1280\.jpg$/u);
    expect(release.tracks).toMatchObject([{ isrc: 'USUM72409273', durationMs: 252_000 }]);
    expect(urlsOf(release)).toEqual(['https://tidal.com/album/381265361']);
  });

  it('reads covers where they stood before, too', async () => {
    const [release] = await world.found('tidal', link('https://tidal.com/album/381265361'));
    expect(release.artworkUrl).toMatch(/1280x1280\.jpg$/u);
  });

  it('takes its turns when the work needs more than TIDAL bears at once', async () => {
    const [release] = await world.found('tidal', { isrc: 'USUM72409273' });
    expect(urlsOf(release)).toEqual(['https://tidal.com/album/381265361', 'https://tidal.com/track/381265362']);
    expect(world.music.tooQuick('tidal')).toBe(0);
  });
});

describe('Apple Music', () => {
  it('finds by barcode in any spelling, with codes, label and cover', async () => {
    const [release] = await world.found('apple-music', { upc: '02000000000060' });
    expect(release).toMatchObject({ id: '1581786154', by: 'upc', title: 'Still Sleepless', artist: 'D.O.D & Carla Monroe', type: 'single', upc: '2000000000060', country: 'US' });
    expect(release.artworkUrl).toMatch(/3000x3000bb\.jpg$/u);
    expect(release.tracks).toMatchObject([{ isrc: 'ZZTST2600600', previewUrl: expect.stringMatching(/^https:/u) }]);
  });

  it('finds by ISRC without asking for what makes its servers give up', async () => {
    const [release] = await world.found('apple-music', { isrc: 'ZZTST2600600' });
    expect(urlsOf(release)).toEqual(['https://music.apple.com/us/album/1581786154', 'https://music.apple.com/us/album/1581786154?i=1581786155']);
  });

  it('asks the shop of the link', async () => {
    await world.found('apple-music', link('https://music.apple.com/gb/song/1581786155'));
    expect(paths('apple-music').every((path) => path.startsWith('/v1/catalog/gb/'))).toBe(true);
  });

  it('lists an artist’s releases with their barcodes', async () => {
    expect(await world.artistReleases('apple-music', 'Midnight Laboratory')).toMatchObject({ outcome: 'found', artist: { name: 'Midnight Laboratory' }, next: null, releases: [{ upc: '2000000000107' }, { upc: '2000000000114' }, { upc: '2000000000121' }] });
  });
});

describe('YouTube', () => {
  it('finds the album’s playlist with one search, as YouTube Music and as YouTube', async () => {
    const [release] = await world.found('youtube', { search: { title: 'Still Sleepless', artist: 'D.O.D' } });
    expect(release).toMatchObject({ title: 'Still Sleepless', artist: 'D.O.D & Carla Monroe', by: 'search' });
    expect(release.links.map(({ platform }) => platform).sort()).toEqual(['youtube', 'youtube_music']);
    expect(paths('youtube').filter((path) => path.includes('/search'))).toHaveLength(1);
  });

  it('tells artist and title of a video from each other', async () => {
    expect(await world.found('youtube', link('https://www.youtube.com/watch?v=1KGntXXwfBA'))).toMatchObject([{ title: 'Deck of Cards', artist: 'Yumeth Athukorala', links: [{ platform: 'youtube' }] }]);
  });

  it('reads label and day of what a distributor delivered', async () => {
    const [playlist] = await world.found('youtube', link('https://www.youtube.com/playlist?list=OLAK5uy_l86DibiDA776PehlCTznw5FHUXPxb9hyw'));
    const video = `${playlist.id.slice(-9)}00`;
    expect(await world.found('youtube', link(`https://www.youtube.com/watch?v=${video}`))).toMatchObject([{ title: 'Still Sleepless', artist: 'D.O.D & Carla Monroe', releaseDate: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/u), links: [{ platform: 'youtube_music' }, { platform: 'youtube' }] }]);
  });

  it('waits for the next day in California once the day’s units are spent, whoever says so', async () => {
    world.music.fault('youtube', 'limited');
    const answer = await world.find('youtube', { search: { title: 'Still Sleepless', artist: 'D.O.D' } });
    world.music.fault('youtube', null);
    expect(answer).toMatchObject({ outcome: 'unavailable', reason: 'limited' });
    const retryAt = answer.outcome === 'unavailable' && answer.retryAt ? answer.retryAt : new Date(0);
    expect(new Intl.DateTimeFormat('en-GB', { timeZone: 'America/Los_Angeles', hour: '2-digit', minute: '2-digit' }).format(retryAt)).toMatch(/^(?:00|24):00$/u);

    await world.api.sql('delete from service_turns');
    await world.api.sql(`insert into service_turns (service, next_turn, budget_day, budget_used) values ('youtube', now(), (now() at time zone 'America/Los_Angeles')::date, 9950)`);
    expect(await world.find('youtube', { search: { title: 'Still Sleepless', artist: 'D.O.D' } })).toMatchObject({ outcome: 'unavailable', reason: 'limited', retryAt });
  });
});

describe('Odesli', () => {
  it('collects platforms that nobody else knows, and sets apart what has another title', async () => {
    const releases = await world.found('odesli', link('https://tidal.com/album/194567097'));
    expect(releases).toMatchObject([{ by: 'link', title: 'Still Sleepless' }, { by: 'search', title: 'Sleepless', artist: 'D.O.D', links: [{ platform: 'boomplay' }] }]);
    expect(releases[0].links.map(({ platform }) => platform)).toEqual(expect.arrayContaining(['amazon', 'amazon_music', 'anghami', 'apple_music', 'itunes', 'deezer', 'napster', 'pandora', 'soundcloud', 'spotify', 'tidal', 'yandex_music', 'youtube', 'youtube_music']));
    expect(urlsOf(releases[0]).some((url) => /utm_|at=|refer/u.test(url))).toBe(false);
  });

  it('bears ids that are numbers, and entries without a title', async () => {
    expect(await world.found('odesli', link('https://tidal.com/track/33833948'))).toMatchObject([{ by: 'link', title: '', links: [{ platform: 'tidal' }, { platform: 'deezer' }] }]);
  });

  it('misses what it does not know, also where it says so without JSON', async () => {
    expect(await world.find('odesli', link('https://www.deezer.com/album/1'))).toEqual({ outcome: 'missed' });
    const back = world.internet.site('api.song.link', () => ({ status: 404, body: '' }));
    expect(await world.find('odesli', link('https://www.deezer.com/album/1'))).toEqual({ outcome: 'missed' });
    back();
  });
});

describe.each(['spotify', 'apple-music', 'tidal', 'youtube', 'odesli'] as const)('%s', (service) => {
  const query = { upc: '4006381333931', search: { title: 'No such title at all', artist: 'Nobody' }, ...link('https://www.deezer.com/album/1') };

  it('is unavailable, and not wrong, when it is down, talks nonsense or has had enough', async () => {
    for (const [fault, reason] of [['down', 'down'], ['garbage', 'garbage'], ['limited', 'limited']] as const) {
      world.music.fault(service, fault);
      expect(await world.find(service, query)).toMatchObject({ outcome: 'unavailable', reason });
      await world.rest();
    }
    world.music.fault(service, null);
    expect(await world.find(service, query)).toEqual({ outcome: 'missed' });
  });
});

it('services without keys are not asked', async () => {
  const api = await startTestApi(world.internet.settings);
  const { all } = api.app.get(Lookups);
  await api.stop();
  expect(all.map(({ service, configured }) => [service, configured])).toEqual([
    ['itunes', true], ['deezer', true], ['musicbrainz', true], ['spotify', false], ['apple-music', false], ['tidal', false], ['youtube', false], ['odesli', false],
  ]);
});
