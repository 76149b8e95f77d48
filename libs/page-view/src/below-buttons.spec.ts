import { describe, expect, it } from '@jest/globals';
import type { ReleaseCard } from '@lynkify/domain';
import { renderHtml } from './document/render-html.js';
import { facts, picture, smartLink } from './testdata/documents.js';
import { toPageView } from './to-page-view.js';

const apple = 'https://audio-ssl.itunes.apple.com/itunes-assets/AudioPreview211/v4/mzaf_1.plus.aac.p.m4a';
const track = (title: string, previewUrl?: string) => ({ title, isrc: null, durationMs: 180_000, previewUrl });
const card = (id: string, more: Partial<ReleaseCard> = {}): ReleaseCard => ({ id, slug: id, title: id, artistCredit: 'Lady Gaga', type: 'album', releasedAt: '2020-05-29T00:00:00.000Z', artwork: picture(), ...more });
const html = (...[document, more]: [Parameters<typeof toPageView>[0], Partial<typeof facts>?]) => renderHtml(toPageView(document, { ...facts, ...more })).html;

describe('previews of tracks', () => {
  const document = smartLink({}, { tracks: [track('Shallow', apple), track('Always Remember Us This Way')] });

  it('are played by addresses of the page’s own, beside their tracks, and load nothing before', () => {
    const view = toPageView(document, facts);
    expect(view.tracks.map(({ preview }) => preview)).toEqual(['/lady-gaga/die-with-a-smile/preview/1', null]);
    expect(view.outside.media).toContain('https://audio-ssl.itunes.apple.com');
    expect(html(document).match(/<audio[^>]*>/gu)).toEqual([expect.stringMatching(/(?=.*preload="none")(?=.*aria-label="Preview of Shallow")(?=.*src="\/lady-gaga\/die-with-a-smile\/preview\/1")/u)]);
  });

  it('say who lends them', () => {
    expect(html(document)).toContain('Previews courtesy of iTunes');
    expect(html(smartLink({}, { tracks: [track('A'), track('B')] }))).not.toContain('courtesy');
  });

  it('are told to search engines', () => {
    expect(toPageView(document, facts).head.jsonLd).toMatchObject({ track: [{ audio: { '@type': 'AudioObject', contentUrl: 'https://pages.example/lady-gaga/die-with-a-smile/preview/1' } }, expect.not.objectContaining({ audio: expect.anything() })] });
  });

  it('show a single track that otherwise would only repeat the title', () => {
    expect(toPageView(smartLink({}, { tracks: [track('Shallow')] }), facts).tracks).toEqual([]);
    expect(html(smartLink({}, { tracks: [track('Shallow', apple)] }))).toContain('<summary>Preview</summary>');
  });

  it('of hosts that lend none for good are not played, however they came into a document', () => {
    const view = toPageView(smartLink({}, { tracks: [track('A', 'https://cdnt-preview.dzcdn.net/a.mp3?hdnea=exp=1'), track('B', 'javascript:alert(1)')] }), facts);
    expect([view.tracks.map(({ preview }) => preview), view.lenders, view.outside]).toEqual([[null, null], [], { media: [], frames: [] }]);
  });
});

describe('a video', () => {
  it('is a lazy frame in closed details, of the host that sets the least', () => {
    const document = smartLink({ video: { provider: 'youtube', id: 'kPa7bsKwL-c', title: '' } });
    expect(html(document)).toMatch(/<details class="video"><summary>.*<\/summary><iframe src="https:\/\/www\.youtube-nocookie\.com\/embed\/kPa7bsKwL-c[^>]* title="Die With A Smile" loading="lazy"/u);
    expect(toPageView(document, facts)).toMatchObject({ outside: { frames: ['https://www.youtube-nocookie.com'] }, head: { jsonLd: { subjectOf: { '@type': 'VideoObject' } } } });
  });

  it('with an id that is none is not there', () => {
    expect(html(smartLink({ video: { provider: 'vimeo', id: '"><script>', title: 'A' } }))).not.toContain('iframe');
  });
});

describe('other releases of the artist', () => {
  it('are cards that lead to their pages; what has ended is gone', () => {
    const view = toPageView(smartLink({ more: [card('chromatica'), card('joanne', { expiresAt: '2026-11-23T00:00:00.000Z' }), card('born-this-way', { expiresAt: '2026-11-01T00:00:00.000Z' })] }), facts);
    expect(view.more.map(({ href }) => href)).toEqual(['/lady-gaga/chromatica', '/lady-gaga/joanne']);
    expect(view.changesAt).toBe('2026-11-23T00:00:00.000Z');
    expect(renderHtml(view).html).toContain('<h2>Also by Lady Gaga</h2>');
  });

  it('have no heading where there are none', () => {
    expect([html(smartLink()), html(smartLink({ more: [] }))].filter((page) => page.includes('Also by'))).toEqual([]);
  });
});

describe('the share sheet', () => {
  it('passes on the page’s own address with the channel of fans, wherever this fan came from', () => {
    const { share } = toPageView(smartLink(), facts);
    expect(share?.address).toBe('https://pages.example/lady-gaga/die-with-a-smile?via=fan-share');
    for (const { href } of share?.ways ?? []) expect(decodeURIComponent(href)).toContain('https://pages.example/lady-gaga/die-with-a-smile?via=fan-share');
    expect(share?.ways.map(({ name }) => name)).toEqual(['WhatsApp', 'Telegram', 'X', 'Facebook', 'Threads', 'Bluesky', 'Email', 'Text message']);
  });

  it('keeps titles that are written like addresses in their place', () => {
    const { share } = toPageView(smartLink({}, { title: 'A & B? #1 100%', artistCredit: 'X&url=https://evil.example' }), facts);
    for (const { href } of share?.ways ?? []) expect(href).not.toMatch(/evil\.example(?!%20|&|$)|&url=https:|#/u);
    expect(new URL(share?.ways[1]?.href ?? '').searchParams.get('url')).toBe('https://pages.example/lady-gaga/die-with-a-smile?via=fan-share');
  });

  it('is not offered for a page with a password', () => {
    expect(toPageView(smartLink({ access: { expiresAt: null, afterwards: 'artist', password: 'hash' } }), facts).share).toBeNull();
  });
});

it('what only some pages have costs the others nothing', () => {
  const { style } = renderHtml(toPageView(smartLink(), facts));
  expect(style).not.toMatch(/\.heard|\.video|\.also/u);
});
