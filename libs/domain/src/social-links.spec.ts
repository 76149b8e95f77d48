import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseWebUrl, recogniseSocial } from './social-links.js';
import { socialNetworks } from './social-networks.js';

describe('recogniseSocial', () => {
  it.each([
    ['https://www.instagram.com/ladygaga/?igsh=abc', 'instagram', 'https://www.instagram.com/ladygaga/', 'ladygaga'],
    ['instagram.com/ladygaga', 'instagram', 'https://www.instagram.com/ladygaga/', 'ladygaga'],
    ['https://www.tiktok.com/@ladygaga?lang=en', 'tiktok', 'https://www.tiktok.com/@ladygaga', 'ladygaga'],
    ['https://twitter.com/ladygaga', 'x', 'https://x.com/ladygaga', 'ladygaga'],
    ['http://mobile.twitter.com/ladygaga', 'x', 'https://x.com/ladygaga', 'ladygaga'],
    ['x.com/ladygaga?s=21', 'x', 'https://x.com/ladygaga', 'ladygaga'],
    ['https://m.facebook.com/ladygaga', 'facebook', 'https://www.facebook.com/ladygaga', 'ladygaga'],
    ['https://www.youtube.com/@ladygaga/videos', 'youtube', 'https://www.youtube.com/@ladygaga', 'ladygaga'],
    ['https://www.threads.net/@ladygaga', 'threads', 'https://www.threads.net/@ladygaga', 'ladygaga'],
    ['https://bsky.app/profile/gaga.bsky.social', 'bluesky', 'https://bsky.app/profile/gaga.bsky.social', 'gaga.bsky.social'],
    ['https://mastodon.social/@gaga', 'mastodon', 'https://mastodon.social/@gaga', 'gaga'],
    ['https://toot.community/@gaga', 'mastodon', 'https://toot.community/@gaga', 'gaga'],
    ['https://soundcloud.com/adultdvd', 'soundcloud', 'https://soundcloud.com/adultdvd', 'adultdvd'],
    ['https://adultdvd.bandcamp.com', 'bandcamp', 'https://adultdvd.bandcamp.com/', 'adultdvd'],
    ['https://open.spotify.com/artist/1HY2Jd0NmPuamShAr6KMms?si=x', 'spotify', 'https://open.spotify.com/artist/1HY2Jd0NmPuamShAr6KMms', '1HY2Jd0NmPuamShAr6KMms'],
    ['https://music.apple.com/us/artist/lady-gaga/277293880', 'apple-music', 'https://music.apple.com/us/artist/277293880', '277293880'],
    ['https://www.twitch.tv/gaga', 'twitch', 'https://www.twitch.tv/gaga', 'gaga'],
    ['https://www.patreon.com/c/gaga', 'patreon', 'https://www.patreon.com/gaga', 'gaga'],
    ['ko-fi.com/gaga', 'ko-fi', 'https://ko-fi.com/gaga', 'gaga'],
    ['https://discord.com/invite/AbC', 'discord', 'https://discord.gg/AbC', 'AbC'],
    ['t.me/gaga', 'telegram', 'https://t.me/gaga', 'gaga'],
    ['https://wa.me/15551234567', 'whatsapp', 'https://wa.me/15551234567', '15551234567'],
    ['https://www.snapchat.com/add/gaga', 'snapchat', 'https://www.snapchat.com/add/gaga', 'gaga'],
    ['https://www.linkedin.com/in/gaga/', 'linkedin', 'https://www.linkedin.com/in/gaga/', 'gaga'],
    ['https://old.reddit.com/r/indieheads', 'reddit', 'https://www.reddit.com/r/indieheads/', 'indieheads'],
    ['https://weibo.com/u/123456', 'weibo', 'https://weibo.com/u/123456', 'u/123456'],
    ['https://www.bandsintown.com/a/8185-lady-gaga?came_from=257', 'bandsintown', 'https://www.bandsintown.com/a/8185', '8185'],
    ['https://www.songkick.com/artists/974908-lady-gaga', 'songkick', 'https://www.songkick.com/artists/974908', '974908'],
    ['https://www.last.fm/music/Lady+Gaga', 'last-fm', 'https://www.last.fm/music/Lady+Gaga', 'Lady+Gaga'],
    ['https://genius.com/artists/Lady-gaga', 'genius', 'https://genius.com/artists/Lady-gaga', 'Lady-gaga'],
    ['https://www.discogs.com/artist/1103159-Lady-Gaga', 'discogs', 'https://www.discogs.com/artist/1103159', '1103159'],
    ['https://ra.co/dj/davidpenn', 'resident-advisor', 'https://ra.co/dj/davidpenn', 'davidpenn'],
    ['https://en.wikipedia.org/wiki/Lady_Gaga', 'wikipedia', 'https://en.wikipedia.org/wiki/Lady_Gaga', 'Lady_Gaga'],
  ])('%s is %s', (text, network, url, handle) => expect(recogniseSocial(text)).toEqual({ network, url, handle }));

  it('keeps a post or any other page of a network as it is', () => {
    expect(recogniseSocial('https://www.instagram.com/p/Cabc123/?igsh=1')).toEqual({ network: 'instagram', url: 'https://www.instagram.com/p/Cabc123/' });
  });

  it('takes any other site as a website', () => {
    expect(recogniseSocial('example.org/tour?utm_source=x&id=2')).toEqual({ network: 'website', url: 'https://example.org/tour?id=2' });
    expect(recogniseSocial('https://instagram.com.evil.example.org/x')?.network).toBe('website');
  });

  it.each(['', 'hello', 'javascript:alert(1)', 'JaVaScRiPt:alert(1)//x.com', 'data:text/html,x', 'mailto:a@b.co', 'ftp://example.org', 'http://localhost/x', 'http://127.0.0.1/', 'http://0x7f.1', 'http://[::1]/',
    'http://router.local', 'https://user:pw@x.com/a', 'https:x.com', 'https://x .com', 'https://x.com\\@evil.org', 'a'.repeat(5000), 'https://example.c0'])('refuses %j', (text) => expect(recogniseSocial(text)).toBeNull());

  it('never throws, and answers only with https', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withQueryParameters: true, withFragments: true })), (text) => {
      const found = recogniseSocial(text);
      if (found) {
        expect(found.url).toMatch(/^https:\/\//);
        expect(recogniseSocial(found.url)).toEqual(found);
      }
    }), { numRuns: 500 });
  });

  it('answers the same for what it has answered, for every network', () => {
    for (const { hosts } of socialNetworks) {
      for (const host of hosts) {
        const found = recogniseSocial(`https://${host.replace('*', 'someone')}/someone`);
        expect(recogniseSocial(found?.url ?? '')).toEqual(found);
      }
    }
  });

  it('has at least 40 networks, each with its own id and hosts', () => {
    expect(socialNetworks.length).toBeGreaterThanOrEqual(40);
    expect(new Set(socialNetworks.map(({ id }) => id)).size).toBe(socialNetworks.length);
    const hosts = socialNetworks.flatMap((network) => network.hosts);
    expect(new Set(hosts).size).toBe(hosts.length);
  });
});

describe('parseWebUrl', () => {
  it('keeps a port that was asked for and makes http safe where it can', () => {
    expect(parseWebUrl('http://example.org/a')?.href).toBe('https://example.org/a');
    expect(parseWebUrl('https://example.org:8443/a')?.href).toBe('https://example.org:8443/a');
    expect(parseWebUrl('http://example.org:8080/a')).toBeNull();
  });
});
