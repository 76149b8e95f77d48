import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { defaultTheme, lookIds, looks } from '@lynkify/domain';
import { languages } from '../strings/languages.js';
import { facts } from '../testdata/documents.js';
import { fullestBioPage, fullestSmartLink } from '../testdata/fullest.js';
import { toPageView } from '../to-page-view.js';
import { renderHtml } from './render-html.js';

/** What ten packets carry, which is what a server sends before it waits for the first answer (RFC 6928). */
const firstRoundTrip = 14_336;

/** As the renderer compresses. */
const brotli = (html: string) => brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(html) } });

const form = { startedToken: 'mfx3k2q0.8aJ2d7Yt0w5nV4b1KqZr6cUeHs9LxPgT' };

describe('the first answer', () => {
  it.each(languages)('carries a smart link with 25 destinations and the longest texts, its style sheet included, before and after the release (%s)', (locale) => {
    const document = fullestSmartLink();
    for (const now of ['2026-11-22T12:00:00Z', '2024-08-01T12:00:00Z']) {
      for (const platform of [document.destinations[3]?.platform ?? null, null]) {
        const { html } = renderHtml(toPageView(document, { ...facts, locale, now: new Date(now), platform, form }));

        expect(html.match(/class="row( lead)?"/gu)).toHaveLength(25);
        expect(html).toMatch(/<form class="signup( remind open)?"/u);
        expect(brotli(html).length).toBeLessThanOrEqual(firstRoundTrip);
      }
    }
  });

  it.each(languages)('carries a bio page with 20 sections of every type and 30 networks (%s)', (locale) => {
    const document = fullestBioPage();
    const { html } = renderHtml(toPageView(document, { ...facts, locale, form }));

    expect(document.sections).toHaveLength(20);
    expect(new Set(document.sections.map(({ type }) => type)).size).toBe(6);
    expect(html.match(/class="unseen">/gu)?.length).toBeGreaterThanOrEqual(30);
    expect(brotli(html).length).toBeLessThanOrEqual(firstRoundTrip);
  });

  it.each(lookIds)('carries both in every look, in the languages that take the most (%s)', (look) => {
    const theme = { ...defaultTheme, look, ...looks[look] };
    for (const locale of ['en', 'ar']) {
      for (const now of ['2026-11-22T12:00:00Z', '2024-08-01T12:00:00Z']) {
        const { html } = renderHtml(toPageView({ ...fullestSmartLink(), theme }, { ...facts, locale, now: new Date(now), platform: 'spotify', form }));
        expect(brotli(html).length).toBeLessThanOrEqual(firstRoundTrip);
      }
      expect(brotli(renderHtml(toPageView({ ...fullestBioPage(), theme }, { ...facts, locale, form })).html).length).toBeLessThanOrEqual(firstRoundTrip);
    }
  });

  it('needs nothing else to be drawn: no script, no other style sheet, no font, and its tab’s mark within', () => {
    for (const document of [fullestSmartLink(), fullestBioPage()]) {
      const { html, style } = renderHtml(toPageView(document, { ...facts, form }));
      expect(html).not.toMatch(/<script(?! type="application\/ld\+json")|rel="(?:stylesheet|preload|preconnect)"|<audio(?![^>]* preload="none")|<iframe(?![^>]* loading="lazy")|<details[^>]* open[^>]*>(?:(?!<\/details>).)*<iframe/u);
      expect(html).toContain('<link rel="icon" href="data:image/svg+xml,%3Csvg');
      expect(style).not.toMatch(/@import|@font-face|url\((?!data:)/u);
    }
  });

  it('paints a picture’s ground from at most a kilobyte', () => {
    const view = toPageView(fullestSmartLink(), facts);
    expect(view.kind === 'smart-link' && view.artwork?.placeholder?.length).toBeLessThanOrEqual(1_024);
  });
});
