import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Internet, type MusicServices, musicServices, startInternet } from '@lynkify/testing';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { DestinationChecker } from './destination-checker.js';

/** Of the stand-ins' catalogue, and of nobody's. */
const known = { deezer: 'https://www.deezer.com/album/629506181', apple: 'https://music.apple.com/us/album/1728639278' };
const unknown = { deezer: 'https://www.deezer.com/album/990000001', apple: 'https://music.apple.com/us/album/990000002' };

describe('a platform that has a catalogue to be asked', () => {
  let internet: Internet;
  let services: MusicServices;
  let api: TestApi;
  beforeAll(async () => {
    internet = await startInternet();
    services = musicServices(internet);
    api = await startTestApi(internet.settings);
  });
  afterAll(async () => {
    await api.stop();
    await internet.stop();
  });

  const look = async (platform: string, url: string, country: string | null = null) => {
    // What earlier tests asked counts for nothing here.
    await api.sql('delete from service_turns');
    services.rest();
    return api.app.get(DestinationChecker).look({ platform, url, country }, { patienceMs: 2_000 });
  };
  const pagesAsked = (host: string) => internet.requests.filter((request) => request.host === host).length;

  it('is asked there and not by its page: Deezer', async () => {
    internet.site('www.deezer.com', () => ({ status: 404 }));
    expect(await look('deezer', known.deezer)).toEqual({ verdict: 'works' });
    expect(await look('deezer', unknown.deezer)).toEqual({ verdict: 'missing', message: 'Deezer has no such release in its catalogue.' });
    expect(pagesAsked('www.deezer.com')).toBe(0);
  });

  it('is asked in the country of the link: Apple', async () => {
    expect(await look('apple_music', known.apple.replace('/us/', '/jp/'), 'DE')).toEqual({ verdict: 'works' });
    expect(services.requests('itunes').at(-1)?.path).toMatch(/country=jp/iu);
  });

  it('and may have what its catalogue does not show is decided by its page: Apple', async () => {
    internet.site('music.apple.com', () => ({ status: 404 }));
    expect(await look('apple_music', unknown.apple)).toMatchObject({ verdict: 'missing' });
    internet.site('music.apple.com', () => ({ body: '<title>Only streamed</title>' }));
    expect(await look('apple_music', unknown.apple)).toEqual({ verdict: 'works' });
  });

  it('and says by its own words that it is asked too often is left alone until later', async () => {
    services.fault('deezer', 'quota-200');
    services.fault('itunes', 'empty-403');
    internet.site('music.apple.com', () => ({ status: 404 }));
    for (const [platform, url] of [['deezer', unknown.deezer], ['apple_music', unknown.apple]] as const) {
      const finding = await look(platform, url);
      expect(['busy', 'unclear']).toContain(finding.verdict);
    }
    services.fault('deezer', null);
    services.fault('itunes', null);
  });

  it.each(['down', 'garbage'] as const)('and is %s says nothing about the music', async (fault) => {
    services.fault('deezer', fault);
    services.fault('itunes', fault);
    expect(await look('deezer', unknown.deezer)).toMatchObject({ verdict: 'unclear' });
    expect(await look('apple_music', unknown.apple)).toMatchObject({ verdict: 'unclear' });
    services.fault('deezer', null);
    services.fault('itunes', null);
  });

  it('is not asked more often than it allows, and then says when', async () => {
    await api.sql(`delete from service_turns`);
    await api.sql(`insert into service_turns (service, next_turn, paused_until, pause_reason) values ('deezer', now(), now() + interval '5 minutes', 'test')`);
    const finding = await api.app.get(DestinationChecker).look({ platform: 'deezer', url: known.deezer, country: null }, { patienceMs: 100 });
    expect(finding).toMatchObject({ verdict: 'busy' });
    expect(finding.verdict === 'busy' && finding.until.getTime() - Date.now()).toBeGreaterThan(200_000);
  });

  it('never opens an address of this machine, wherever a link leads', async () => {
    internet.site('shop-of-mine.example.com', () => ({ status: 302, headers: { location: 'http://127.0.0.1:5432/' } }));
    const before = internet.requests.length;
    expect(await look('official_store', 'https://shop-of-mine.example.com/lp')).toMatchObject({ verdict: 'unclear' });
    expect(internet.requests.length - before).toBe(1);
  });
});
