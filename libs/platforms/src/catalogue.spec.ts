import { describe, expect, it } from '@jest/globals';
import { socialNetworks } from '@lynkify/domain';
import { catalogue } from './catalogue/index.js';
import { appLink, monogram, platformById, platformRank, platforms } from './platforms.js';
import { socialMark } from './social-marks.js';

describe('the catalogue', () => {
  it('holds streaming services, stores, video and podcast apps, each once', () => {
    expect(platforms.length).toBeGreaterThanOrEqual(80);
    expect(new Set(platforms.map(({ id }) => id)).size).toBe(platforms.length);
    for (const kind of ['stream', 'store', 'video', 'podcast'] as const) expect(platforms.filter((platform) => platform.kind === kind).length).toBeGreaterThanOrEqual(8);
  });

  it('shows every platform with a name, a word on its button, a colour and a mark', () => {
    for (const platform of platforms) {
      expect(platform.id).toMatch(/^[a-z0-9]+(?:_[a-z0-9]+)*$/);
      expect(platform.name.length).toBeGreaterThan(1);
      expect(platform.colour).toMatch(/^#[0-9A-F]{6}$/);
      if ('path' in platform.mark) expect(platform.mark.path).toMatch(/^[Mm][0-9 \-A-Za-z]+$/);
      else expect(platform.mark.letters).toMatch(/^[\p{L}\p{N}]{1,2}$/u);
      for (const country of platform.countries ?? []) expect(country).toMatch(/^[A-Z]{2}$/);
      expect(platform.worldwide && platform.countries !== null).toBe(false);
    }
  });

  it('gives no short host to two platforms', () => {
    const short = catalogue.flatMap(({ shortHosts }) => shortHosts ?? []);
    expect(new Set(short).size).toBe(short.length);
    expect(short.filter((host) => catalogue.some(({ hosts }) => hosts.includes(host)))).toEqual([]);
  });

  it('lists in every shape only hosts that its platform has', () => {
    for (const { hosts, shapes } of catalogue) for (const shape of shapes) for (const host of shape.hosts ?? []) expect(hosts).toContain(host);
  });

  it('puts what most fans use first', () => {
    expect(platforms.slice(0, 4).map(({ id }) => id)).toEqual(['spotify', 'apple_music', 'youtube_music', 'youtube']);
    expect(platformRank('spotify')).toBe(0);
    expect(platformRank('nothing')).toBe(platforms.length);
    expect(platformById('tidal')?.name).toBe('TIDAL');
    expect(platformById('constructor')).toBeNull();
  });

  it('knows what platforms offer before a release is out, in their own word', () => {
    const wordOf = (id: string) => platformById(id)?.before;
    expect(['spotify', 'apple_music', 'deezer', 'itunes', 'bandcamp', 'beatport'].map(wordOf)).toEqual(['Pre-save', 'Pre-add', 'Pre-save', 'Pre-order', 'Pre-order', 'Pre-order']);
    expect(['pandora', 'soundcloud', 'youtube', 'discogs', 'apple_podcasts'].map(wordOf)).toEqual([null, null, null, null, null]);
  });

  it('makes a monogram of a name that has no mark', () => {
    expect(monogram('NAVER VIBE')).toBe('NV');
    expect(monogram('Qobuz')).toBe('QO');
    expect(monogram('Bugs!')).toBe('BU');
  });

  it('has a mark for every social network', () => {
    for (const { id } of socialNetworks) {
      const { mark } = socialMark(id);
      expect('path' in mark ? mark.path : mark.letters).not.toBe('');
    }
    expect(socialMark('instagram').mark).toHaveProperty('path');
    expect(socialMark('constructor').mark).toEqual({ letters: 'CO' });
  });
});

describe('appLink', () => {
  it.each([
    ['spotify', 'https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N', 'spotify:album:10FLjwfpbxLmW8c25Xyc2N'],
    ['deezer', 'https://www.deezer.com/album/629506181', 'deezer://www.deezer.com/album/629506181'],
    ['tidal', 'https://tidal.com/track/380788326', 'tidal://track/380788326'],
    ['apple_music', 'https://music.apple.com/us/album/574124734', 'music://music.apple.com/us/album/574124734'],
    ['youtube', 'https://www.youtube.com/watch?v=9R5_eZ-E_r0', 'vnd.youtube://9R5_eZ-E_r0'],
  ])('opens %s in its app', (platform, url, app) => expect(appLink(platform, url)).toEqual({ kind: 'scheme', url: app }));

  it('is the web address where the app takes it over', () => {
    expect(appLink('soundcloud', 'https://soundcloud.com/d-o-d/sets/still-sleepless')).toEqual({ kind: 'universal', url: 'https://soundcloud.com/d-o-d/sets/still-sleepless' });
    expect(appLink('soundcloud', 'https://example.org/d-o-d')).toBeNull();
  });

  it('is null where no app is known, or the address is not of that platform', () => {
    expect(appLink('melon', 'https://www.melon.com/album/detail.htm?albumId=1')).toBeNull();
    expect(appLink('spotify', 'https://example.org/album/x')).toBeNull();
    expect(appLink('nothing', 'https://example.org')).toBeNull();
  });
});
