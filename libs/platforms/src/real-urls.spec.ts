import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { canonical, recognise, recogniseAny } from './recognise.js';

interface Row {
  release: string;
  platform: string;
  url: string;
  suspect?: string;
}
const real = JSON.parse(readFileSync(new URL('./testdata/real-urls.json', import.meta.url), 'utf8')) as { releases: Row[]; searches: Row[]; smartLinks: { url: string }[]; feeds: { url: string }[] };

/** What the sources call a platform, where the catalogue has another id for it. */
const sourceNames: Readonly<Record<string, string>> = { amazon_store: 'amazon', yandex: 'yandex_music' };
const shows: Readonly<Record<string, string>> = { spotify: 'spotify_podcast', deezer: 'deezer_show', amazon_music: 'amazon_podcast' };

function expectedPlatform({ platform, url }: Row): string {
  const isShow = /\/(?:show|episode|podcasts)\//.test(url);
  return (isShow ? shows[platform] : undefined) ?? sourceNames[platform] ?? platform;
}

/** Links that the source has under a platform to which they do not lead. */
const misfiled: Readonly<Record<string, string>> = {
  'https://open.spotify.com/album/4VFG1DOuTeDMBjBLZT7hCK?si=2ZJdsZzsSQufftITqowCpg': 'spotify',
  'https://itunes.apple.com/us/album/malibu/1065681363?app=music&ign-mpt=uo%3D4': 'apple_music',
};

describe('every real link of real releases', () => {
  const alive = real.releases.filter(({ platform }) => platform !== 'google_play_music');

  it.each(alive.map((row) => [row.url, row] as const))('%s is recognised to its platform', (url, row) => {
    const found = recogniseAny(url);
    expect(found.status === 'recognised' ? found.platform : found.reason).toBe(misfiled[url] ?? expectedPlatform(row));
  });

  it('keeps its canonical form when that is read again', () => {
    for (const { url } of alive) {
      const once = canonical(url);
      expect(once).toMatch(/^https:\/\//);
      expect(canonical(once ?? '')).toBe(once);
    }
  });

  it('says that Google Play Music is closed', () => {
    for (const { url } of real.releases.filter(({ platform }) => platform === 'google_play_music')) {
      expect(recognise(url)).toMatchObject({ status: 'not-understood', reason: { code: 'PLATFORM_CLOSED' } });
    }
  });

  it('tells an artist page from a release where the source mixed them up', () => {
    for (const { url } of real.releases.filter(({ suspect }) => /artist page|channel page/.test(suspect ?? ''))) {
      expect(recognise(url)).toMatchObject({ status: 'not-understood', reason: { code: 'ARTIST_PAGE' }, entity: 'artist' });
    }
  });

  it('says of a search that it is one', () => {
    for (const { url } of real.searches) expect(recognise(url)).toMatchObject({ reason: { code: 'SEARCH_PAGE' }, platform: 'youtube_music' });
  });

  it('says of another service’s smart link that it is one', () => {
    for (const { url } of real.smartLinks) expect(recognise(url)).toMatchObject({ reason: { code: 'FOREIGN_SMART_LINK' } });
  });

  it('takes a podcast feed as one', () => {
    for (const { url } of real.feeds) expect(recognise(url)).toMatchObject({ status: 'recognised', platform: 'rss', entity: 'feed', url });
  });
});
