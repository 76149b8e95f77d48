import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { channels, parseChannel } from './channel.js';
import { parseHandle } from './handle.js';
import { shareContext, shareContexts, shareGroups, sharedPages, shareText, type ShareTexts } from './share-contexts.js';
import { campaignLength, newShortCode, parseCampaign, sharedUrl, shortCodeLength, shortCodeLetters, shortForms, shortPath } from './share-links.js';

/** What belongs where, written down a second time. */
const right = {
  'release-day-post': 'smart-link', story: 'smart-link', 'email-campaign': 'smart-link', 'direct-message': 'smart-link', 'youtube-description': 'smart-link', 'podcast-notes': 'smart-link',
  ad: 'smart-link', 'playlist-pitch': 'smart-link', 'press-article': 'smart-link',
  'press-kit': 'bio-page', epk: 'bio-page', introduction: 'bio-page', 'instagram-bio': 'bio-page', 'tiktok-bio': 'bio-page', website: 'bio-page', poster: 'bio-page', 'live-show': 'bio-page',
};
const facts = { artist: 'Lady Gaga', link: 'https://example.org/s/bcdfghj' };
const release = { title: 'Die With A Smile', date: '2024-08-16' };

describe('places to share', () => {
  it('each get the page that belongs there', () => {
    expect(Object.fromEntries(shareContexts.map(({ id, page }) => [id, page]))).toEqual(right);
  });

  it('count with channels that the pages know, each place with its own', () => {
    for (const { channel } of shareContexts) expect(parseChannel(channel)).toBe(channel);
    expect(new Set(shareContexts.map(({ channel }) => channel)).size).toBe(shareContexts.length);
    // What we send and what fans share is not a place to choose.
    const chosen = new Set<string>(shareContexts.map(({ channel }) => channel));
    expect(channels.map(({ id }): string => id).filter((id) => !chosen.has(id) && id !== 'embed')).toEqual(['reminder', 'fan-share']);
  });

  it('say why in half a sentence, and stand in one of the groups', () => {
    for (const { hint, otherwise, group, label } of shareContexts) {
      for (const words of [hint, otherwise]) {
        expect(words.length).toBeLessThanOrEqual(110);
        expect(words).toMatch(/^[A-Z][^!]*[^.!]$/u);
      }
      expect(label.length).toBeLessThanOrEqual(24);
      expect(shareGroups.map(({ id }) => id)).toContain(group);
      expect(sharedPages.length).toBe(2);
    }
    expect(shareContext('constructor')).toBeNull();
    expect(shareContext('epk')?.label).toBe('EPK');
  });

  const moments: [name: keyof ShareTexts, facts: Parameters<typeof shareText>[1]][] = [
    ['announced', { ...facts, release: { ...release, phase: 'announced' } }],
    ['released', { ...facts, release: { ...release, phase: 'released' } }],
    ['artist', { ...facts, release: null }],
  ];
  it.each(moments)('have a whole text for what is %s', (name, given) => {
    for (const context of shareContexts) {
      const text = shareText(context, given);
      expect(text.split(facts.link)).toHaveLength(2);
      expect(text).not.toMatch(/[{}]|undefined|null|\s,/u);
      if (name !== 'artist') expect(text).toContain('Die With A Smile');
      if (name === 'announced' && context.texts.announced.includes('{date}')) expect(text).toContain('16 August 2024');
      else expect(text).not.toContain('August');
      if (name === 'announced') expect(text).not.toMatch(/\bout now\b|\bis out\b|listen wherever/iu);
    }
  });

  it('take titles and names as they are', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (title, artist) => {
      const text = shareText({ texts: { announced: '', released: '“{title}” by {artist}: {link}', artist: '' } }, { artist, link: 'L', release: { title, phase: 'released', date: null } });
      expect(text).toBe(`“${title}” by ${artist}: L`);
    }));
  });
});

describe('short forms', () => {
  it('are typed without mistaking one letter for another, and are nobody’s page', () => {
    expect(shortCodeLetters).not.toMatch(/[aeiou01l]/u);
    expect(parseHandle(shortForms)).toMatchObject({ ok: false });
    const codes = new Set(Array.from({ length: 500 }, () => newShortCode((below) => Math.floor(Math.random() * below))));
    expect(codes.size).toBe(500);
    for (const code of codes) expect(code).toMatch(new RegExp(`^[${shortCodeLetters}]{${shortCodeLength}}$`, 'u'));
    expect(shortPath('bcdfghj')).toBe('/s/bcdfghj');
    expect(newShortCode(() => 0)).toBe('bbbbbbb');
  });

  it('carry a campaign as it was called', () => {
    expect(parseCampaign('  Summer\t tour ')).toEqual({ ok: true, value: 'Summer tour' });
    expect(parseCampaign('x'.repeat(campaignLength + 1))).toMatchObject({ ok: false, errors: [{ code: 'CAMPAIGN_TOO_LONG', path: ['campaign'] }] });
    expect(sharedUrl('https://example.org/lady-gaga', 'qr')).toBe('https://example.org/lady-gaga?via=qr');
    fc.assert(fc.property(fc.string({ minLength: 1 }), (campaign) => {
      const { searchParams } = new URL(sharedUrl('https://example.org/lady-gaga', 'qr', campaign));
      expect([searchParams.get('via'), searchParams.get('utm_campaign')]).toEqual(['qr', campaign]);
    }));
  });
});
