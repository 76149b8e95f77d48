import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseSlug, reservedSlugs, suggestSlug } from './slug.js';

const codeOf = (text: string): string => {
  const parsed = parseSlug(text);
  return parsed.ok ? `ok ${parsed.value}` : (parsed.errors[0]?.code ?? '');
};

describe('parseSlug', () => {
  it.each([
    ['die-with-a-smile', 'ok die-with-a-smile'],
    [' /Zebra/ ', 'ok zebra'],
    ['4', 'ok 4'],
    ['', 'SLUG_EMPTY'],
    [' / ', 'SLUG_EMPTY'],
    ['a'.repeat(80), `ok ${'a'.repeat(80)}`],
    ['a'.repeat(81), 'SLUG_TOO_LONG'],
    ['a/b', 'SLUG_INVALID'],
    ['a--b', 'SLUG_INVALID'],
    ['..', 'SLUG_INVALID'],
    ['Аліна', 'SLUG_INVALID'],
    ['go', 'SLUG_RESERVED'],
    ['join', 'SLUG_RESERVED'],
    ['press', 'SLUG_RESERVED'],
    ['feed', 'SLUG_RESERVED'],
    ['confirm', 'SLUG_RESERVED'],
    ['embed', 'SLUG_RESERVED'],
    ['qr', 'SLUG_RESERVED'],
  ])('reads %j as %s', (text, expected) => expect(codeOf(text)).toBe(expected));
});

describe('suggestSlug', () => {
  it.each([
    ['‘Til We Meet Again (Live)', 'til-we-meet-again-live'],
    ['Nightmare·Escape The ERA - EP', 'nightmare-escape-the-era-ep'],
    ['Mr. Florida \'81', 'mr-florida-81'],
    ['Endtroducing.....', 'endtroducing'],
    ['Santa what you got for me?', 'santa-what-you-got-for-me'],
    ['Аліна', 'alina'],
    ['Чорні Птахи', 'chorni-ptakhi'],
    ['Rock & Roll', 'rock-and-roll'],
    ['봄날', 'bomnal'],
    ['さくら', 'sakura'],
    ['キャッチャー', 'kyatcha'],
    ['حبيبي', 'hbyby'],
    ['Ελλάδα', 'ellada'],
    ['שלום', 'shlvm'],
    ['Straße', 'strasse'],
    ['Press', 'press-release'],
    ['#3', '3'],
  ])('makes of %s %s', (title, slug) => expect(suggestSlug(title)).toBe(slug));

  it('finds an address for a title that has no letters it can read, the same each time', () => {
    for (const title of ['夜に駆ける世界', '世界', '???', '🔥', '']) {
      expect(suggestSlug(title)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(suggestSlug(title)).toBe(suggestSlug(title));
    }
    expect(suggestSlug('世界')).not.toBe(suggestSlug('宇宙'));
  });

  it('cuts a long title between words', () => {
    const slug = suggestSlug('and it was a burned into my mind! yet i faltered like a broken record');
    expect(slug).toBe('and-it-was-a-burned-into-my-mind-yet-i-faltered-like-a');
  });

  it('is never empty and always accepted', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
      expect(parseSlug(suggestSlug(title))).toMatchObject({ ok: true });
    }), { numRuns: 500 });
    for (const word of reservedSlugs) expect(parseSlug(suggestSlug(word))).toMatchObject({ ok: true });
  });
});
