import { describe, expect, it } from '@jest/globals';
import type { PageView } from '../page-view.js';
import { bioPage, capture, destinations, facts, picture, smartLink } from '../testdata/documents.js';
import { toInstanceView, toMessageView, toPageView } from '../to-page-view.js';
import { renderHtml } from './render-html.js';

const hostile = '</script><img src=x onerror=alert(1)>"\'&amp;';

function jsonLdOf(html: string): Record<string, unknown> {
  const block = /<script type="application\/ld\+json">(.*?)<\/script>/su.exec(html)?.[1] ?? '';
  const data: unknown = JSON.parse(block);
  if (typeof data !== 'object' || data === null) throw new Error('No JSON-LD');
  return Object.fromEntries(Object.entries(data));
}

function metaOf(html: string, name: string): string | undefined {
  return new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`, 'u').exec(html)?.[1];
}

const everyPage = (): PageView[] => [
  toPageView(smartLink(), facts),
  toPageView(smartLink({ artwork: null }), facts),
  toPageView(bioPage({ portrait: picture() }), facts),
  toPageView(bioPage(), facts),
  toMessageView({ kind: 'confirm', action: '/confirm/x' }, facts),
  toInstanceView([{ handle: 'queen', name: 'Queen', portrait: null }], facts),
];

describe('the whole document', () => {
  it('is one HTML document with its language, direction, charset and viewport', () => {
    for (const view of everyPage()) {
      const { html } = renderHtml(view);
      expect(html.startsWith('<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8">')).toBe(true);
      expect(html).toContain('name="viewport" content="width=device-width,initial-scale=1');
      expect(html.endsWith('</body></html>')).toBe(true);
      expect(html.match(/<h1[ >]/gu)).toHaveLength(1);
      expect(html.match(/<main[ >]/gu)).toHaveLength(1);
    }
  });

  it('has one style element, whose text is handed out for its hash, and neither style attributes nor scripts that run', () => {
    for (const view of everyPage()) {
      const { html, style } = renderHtml(view);
      expect(html.split('<style>')).toHaveLength(2);
      expect(/<style>(.*?)<\/style>/su.exec(html)?.[1]).toBe(style);
      expect(html).not.toMatch(/\sstyle="|\son[a-z]+="|javascript:/u);
      expect(html.replace(/<script type="application\/ld\+json">/gu, '')).not.toContain('<script');
    }
  });

  it('describes a smart link for previews: absolute addresses, a JPEG, a canonical address without any query', () => {
    const { html } = renderHtml(toPageView(smartLink(), facts));
    expect(html).toContain('<title>Die With A Smile by Lady Gaga &amp; Bruno Mars</title>');
    expect(html).toContain('<link rel="canonical" href="https://pages.example/lady-gaga/die-with-a-smile">');
    expect(metaOf(html, 'og:type')).toBe('music.song');
    expect(metaOf(html, 'og:image')).toBe(`https://pages.example/media/${picture().id}/1280.jpeg`);
    expect(metaOf(html, 'og:url')).toBe('https://pages.example/lady-gaga/die-with-a-smile');
    expect(metaOf(html, 'twitter:card')).toBe('summary');
    expect(metaOf(html, 'description')).toBe('Listen to Die With A Smile by Lady Gaga &amp; Bruno Mars on Spotify, Deezer, TIDAL and 2 more.');
    expect(metaOf(html, 'robots')).toBeUndefined();
  });

  it('says in JSON-LD what a smart link is and where it can be heard', () => {
    const data = jsonLdOf(renderHtml(toPageView(smartLink(), facts)).html);
    expect(data).toMatchObject({ '@type': 'MusicRecording', name: 'Die With A Smile', datePublished: '2024-08-16', isrcCode: 'USUM72409273', byArtist: { name: 'Lady Gaga & Bruno Mars' } });
    expect(data.sameAs).toHaveLength(5);
    expect(data.potentialAction).toContainEqual({ '@type': 'ListenAction', name: 'Spotify', target: 'https://pages.example/lady-gaga/die-with-a-smile/go/spotify' });
    const album = jsonLdOf(renderHtml(toPageView(smartLink({}, { type: 'album', tracks: [{ title: 'A', isrc: null, durationMs: 61_000 }, { title: 'B', isrc: null, durationMs: null }] }), facts)).html);
    expect(album).toMatchObject({ '@type': 'MusicAlbum', albumReleaseType: 'https://schema.org/AlbumRelease', numTracks: 2, track: [{ '@type': 'MusicRecording', name: 'A', duration: 'PT1M1S' }, { name: 'B' }] });
  });

  it('says in JSON-LD who a bio page is about and where else they are', () => {
    expect(jsonLdOf(renderHtml(toPageView(bioPage(), facts)).html)).toMatchObject({ '@type': 'MusicGroup', name: 'Dreamcatcher', url: 'https://pages.example/dreamcatcher', sameAs: ['https://www.instagram.com/hf_dreamcatcher/', 'https://www.linkedin.com/company/x/'] });
  });

  it('lets nothing that an artist or a fan typed become markup', () => {
    const views = [
      toPageView(
        smartLink(
          { artist: { id: 'a', handle: 'x', name: hostile }, artwork: picture({ alt: hostile }), capture: { ...capture, title: hostile, consentText: hostile }, theme: { appearance: 'auto', accent: hostile, buttons: 'rounded', credit: true } },
          { title: hostile, artistCredit: hostile, description: hostile, tracks: [{ title: hostile, isrc: null, durationMs: 1 }, { title: hostile, isrc: null, durationMs: 1 }] },
        ),
        { ...facts, notice: hostile, form: { startedToken: hostile, values: { email: hostile, name: hostile } } },
      ),
      toPageView(bioPage({ artist: { id: 'a', handle: 'x', name: hostile }, headline: hostile, portrait: picture({ thumbHash: hostile, id: hostile, colours: [hostile, hostile] }), sections: [{ id: hostile, type: 'text', title: hostile, text: hostile }, { id: '2', type: 'links', title: hostile, links: [{ id: hostile, title: hostile, url: 'https://x.example' }] }, { id: '3', type: 'socials', links: [{ network: hostile, url: 'https://x.example' }] }] }), facts),
      toMessageView({ kind: 'check-mail', email: hostile, artist: { name: hostile, handle: 'x' } }, facts),
    ];
    for (const view of views) {
      const { html } = renderHtml(view);
      expect(html).not.toContain('<img src=x');
      expect(html.match(/<\/script>/gu) ?? []).toHaveLength(view.head.jsonLd ? 1 : 0);
      if (view.head.jsonLd) expect(jsonLdOf(html).name).toBe(hostile);
    }
  });

  it('lets no platform id of a document reach the style sheet as it is', () => {
    const { html, style } = renderHtml(toPageView(smartLink({ destinations: destinations('spotify', 'x{}</style><b>') }), facts));
    expect(style).not.toContain('</style>');
    expect(html).not.toContain('<b>');
  });

  it('shows messages to nobody’s index', () => {
    const { html } = renderHtml(toMessageView({ kind: 'not-found' }, facts));
    expect(metaOf(html, 'robots')).toBe('noindex');
    expect(html).not.toContain('rel="canonical"');
  });
});
