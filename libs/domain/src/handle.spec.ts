import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { handleSkeleton, parseHandle, reservedHandles, suggestHandle } from './handle.js';

const codeOf = (text: string): string => {
  const parsed = parseHandle(text);
  return parsed.ok ? `ok ${parsed.value}` : (parsed.errors[0]?.code ?? '');
};

describe('parseHandle', () => {
  it.each([
    ['ladygaga', 'ok ladygaga'],
    ['  @Lady-Gaga ', 'ok lady-gaga'],
    ['1975', 'ok 1975'],
    ['u2', 'ok u2'],
    ['a'.repeat(40), `ok ${'a'.repeat(40)}`],
    ['a', 'HANDLE_TOO_SHORT'],
    ['', 'HANDLE_TOO_SHORT'],
    ['@', 'HANDLE_TOO_SHORT'],
    ['a'.repeat(41), 'HANDLE_TOO_LONG'],
    ['a--b', 'HANDLE_INVALID'],
    ['-ab', 'HANDLE_INVALID'],
    ['ab-', 'HANDLE_INVALID'],
    ['the.1975', 'HANDLE_INVALID'],
    ['a_b', 'HANDLE_INVALID'],
    ['a/b', 'HANDLE_INVALID'],
    ['a b', 'HANDLE_INVALID'],
    ['björk', 'HANDLE_INVALID'],
    ['аdele', 'HANDLE_INVALID'],
    ['\u212Aate', 'HANDLE_INVALID'],
    ['ｍｕｓｅ', 'HANDLE_INVALID'],
    ['ab\n', 'ok ab'],
    ['a\u0000b', 'HANDLE_INVALID'],
  ])('reads %j as %s', (text, expected) => expect(codeOf(text)).toBe(expected));

  it.each(['admin', 'API', 'graphql', 'go', 'media', 'assets', 'press', 'join', 'confirm', 'unsubscribe', 'sitemap.xml', 'robots.txt', 'healthz', 'readyz', 'login', 'sign-in',
    'settings', 'help', 'about', 'terms', 'privacy', 'www', 'mail', 'support', 'security', '.well-known', 'favicon', 'favicon.ico', 'static', 'embed', 'oembed', 'internal', 'public', 'lynkify'])(
    'keeps %s for the product', (text) => expect(codeOf(text)).toBe('HANDLE_RESERVED'));

  it('says what to do', () => {
    const parsed = parseHandle('the.1975');
    expect(parsed).toEqual({ ok: false, errors: [{ code: 'HANDLE_INVALID', path: ['handle'], message: expect.stringContaining('letters a to z') }] });
  });

  it('accepts its own answers unchanged, whatever was typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const parsed = parseHandle(text);
      if (parsed.ok) {
        expect(parseHandle(parsed.value)).toEqual(parsed);
        expect(parsed.value).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }
    }));
  });
});

describe('suggestHandle', () => {
  it.each([
    ['Lady Gaga', 'lady-gaga'],
    ['Björk', 'bjork'],
    ['A$AP Rocky', 'asap-rocky'],
    ['Ke$ha', 'kesha'],
    ['Sigur Rós', 'sigur-ros'],
    ['Sinéad O’Connor', 'sinead-oconnor'],
    ['Mø', 'mo'],
    ['Кино', 'kino'],
    ['방탄소년단', 'bangtansonyeondan'],
    ['きゃりーぱみゅぱみゅ', 'kyaripamyupamyu'],
    ['Press', 'press-music'],
    ['X', 'artist-x'],
  ])('makes of %s %s', (name, handle) => expect(suggestHandle(name)).toBe(handle));

  it('is never empty and always accepted', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (name) => {
      expect(parseHandle(suggestHandle(name))).toMatchObject({ ok: true });
    }), { numRuns: 500 });
    for (const word of reservedHandles) expect(parseHandle(suggestHandle(word))).toMatchObject({ ok: true });
  });
});

describe('handleSkeleton', () => {
  it.each([
    ['adele', 'ade1e'],
    ['coldplay', 'c0ldplay'],
    ['iron-maiden', 'lronmaiden'],
    ['muse', 'mu5e'],
    ['jay-z', 'jay2'],
    ['wilco', 'vvilco'],
    ['morrissey', 'rnorrissey'],
    ['ladygaga', 'lady-gaga'],
  ])('sees %s in %s', (one, other) => expect(handleSkeleton(one)).toBe(handleSkeleton(other)));

  it.each([['adele', 'adela'], ['muse', 'mute'], ['blur', 'blue']])('tells %s from %s', (one, other) => expect(handleSkeleton(one)).not.toBe(handleSkeleton(other)));

  it('is its own skeleton, and drops every hyphen', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z0-9]{1,10}(-[a-z0-9]{1,10}){0,2}$/), (handle) => {
      const skeleton = handleSkeleton(handle);
      expect(skeleton).not.toContain('-');
      expect(handleSkeleton(skeleton)).toBe(skeleton);
    }));
  });
});
