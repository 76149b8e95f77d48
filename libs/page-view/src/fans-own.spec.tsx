import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { inAppHelps } from '@lynkify/platforms';
import { renderToStaticMarkup } from 'react-dom/server';
import { Page } from './components/page.js';
import { renderHtml } from './document/render-html.js';
import type { PageFacts } from './page-view.js';
import { languages } from './strings/languages.js';
import { strings } from './strings/strings.js';
import { bioPage, destinations, facts, smartLink } from './testdata/documents.js';
import { fullestSmartLink } from './testdata/fullest.js';
import { toPageView } from './to-page-view.js';

const view = (more: Partial<PageFacts> = {}, document = smartLink()) => toPageView(document, { ...facts, ...more });
const draw = (more: Partial<PageFacts> = {}, document = smartLink()) => renderToStaticMarkup(<Page view={view(more, document)} />);

describe('a fan’s own platform', () => {
  it('can be opened always where it is the one on top, and the choice be forgotten', () => {
    const html = draw({ platform: 'tidal' });
    expect(html).toMatch(/<form class="own"[^>]*action="\/lady-gaga\/die-with-a-smile\/platform"/u);
    expect(html).toContain('<input type="hidden" name="platform" value="tidal"/>');
    expect(html).toMatch(/<button (?=[^>]*name="do")[^>]*value="always"[^>]*>Always open in TIDAL<\/button>/u);
    expect(html).toMatch(/<button (?=[^>]*name="do")[^>]*value="forget"[^>]*>Forget my choice<\/button>/u);
  });

  it('says that it is opened always, with the way back behind one press', () => {
    const html = draw({ platform: 'tidal', alwaysOpen: true });
    expect(html).toContain('<summary>You open music in TIDAL. <u>Change</u></summary>');
    expect(html).toMatch(/value="ask"[^>]*>Show me the page first</u);
    expect(html).not.toContain('value="always"');
  });

  it('is no matter where none is known, where the page has it not, or for the only platform there is', () => {
    for (const html of [draw(), draw({ platform: 'napster' }), draw({}, smartLink({ destinations: destinations('bandcamp') }))]) expect(html).not.toContain('class="own"');
    expect(draw({ platform: 'bandcamp' }, smartLink({ destinations: destinations('bandcamp') }))).toContain('class="own"');
  });

  it('is named on an artist’s page only where links open it straight away', () => {
    const bio = (more: Partial<PageFacts>) => renderToStaticMarkup(<Page view={toPageView(bioPage(), { ...facts, ...more })} />);
    expect(bio({ platform: 'spotify', alwaysOpen: true })).toContain('action="/dreamcatcher/platform"');
    expect(bio({ platform: 'spotify', alwaysOpen: true })).toContain('You open music in Spotify.');
    for (const more of [{}, { platform: 'spotify' }, { platform: 'nothing', alwaysOpen: true }]) expect(bio(more)).not.toContain('class="own"');
  });
});

describe('platforms that do not operate where the fan is', () => {
  const document = smartLink({ destinations: destinations('pandora', 'spotify', 'tidal'), elsewhere: 'hide' });
  const platformsIn = (more: Partial<PageFacts>, link = document) => [view(more, link)].flatMap(({ lead, rows }) => [...(lead ? [lead] : []), ...rows]).map(({ platform }) => platform);

  it('are left out where the artist wants that, except for the fan’s own', () => {
    expect(platformsIn({ country: 'IN' })).toEqual(['spotify']);
    expect(platformsIn({ country: 'IN', platform: 'pandora' })).toEqual(['pandora', 'spotify']);
    expect(platformsIn({ country: null })).toEqual(['pandora', 'spotify', 'tidal']);
  });

  it('stay where nothing else would be left', () => {
    expect(platformsIn({ country: 'DE' }, smartLink({ destinations: destinations('pandora'), elsewhere: 'hide' }))).toEqual(['pandora']);
  });
});

describe('inside an app that opens no music app', () => {
  it('the page says how to get out of it, with a link where one leads out', () => {
    const html = draw({ inApp: 'web-dots-top-safari' });
    expect(html).toContain('Music apps don’t open from in here. Tap <b role="img" aria-label="Menu">···</b> at the top, then “Open in browser”.');
    expect(html).toContain('<a href="x-safari-https://pages.example/lady-gaga/die-with-a-smile">Open in Safari</a>');
    expect(html.indexOf('class="inapp"')).toBeLessThan(html.indexOf('/go/spotify'));
  });

  it('no link leads out of a page without TLS, and no other help is given than there is', () => {
    expect(view({ inApp: 'web-dots-top-safari', pagesUrl: 'http://localhost:4200' }).help?.safari).toBeNull();
    for (const inApp of [null, '', 'constructor', 'web-dots-middle']) expect(draw({ inApp })).not.toContain('class="inapp"');
    expect(draw({ inApp: 'web-dots-top' }, smartLink({ destinations: [] }))).not.toContain('class="inapp"');
  });

  it('every help is one sentence with its sign in every language', () => {
    for (const locale of languages) {
      const { inApp, ownPlatform } = strings(locale);
      for (const text of [inApp.top, inApp.bottom]) expect(text.split('#')).toHaveLength(2);
      for (const { id } of inAppHelps) expect(draw({ locale, inApp: id })).toMatch(/<div class="inapp"><p>.+(?:<b role="img"|<svg viewBox="0 0 16 16" role="img").+<\/p>/u);
      for (const text of [ownPlatform.always('Spotify'), ownPlatform.opens('Spotify')]) expect(text).toContain('Spotify');
      // Two stand beside each other on a phone, or below each other.
      for (const text of [ownPlatform.ask, ownPlatform.forget, inApp.safari]) expect([...text].length).toBeLessThanOrEqual(28);
    }
  });
});

describe('what only some fans get', () => {
  it('costs the others nothing', () => {
    const { style } = renderHtml(view());
    for (const part of ['.own', '.inapp']) expect(style).not.toContain(part);
  });

  it.each(languages)('fits into the first round trip with 25 destinations (%s)', (locale) => {
    const document = fullestSmartLink();
    const { html } = renderHtml(toPageView(document, { ...facts, locale, platform: document.destinations[3]?.platform ?? null, alwaysOpen: false, inApp: 'web-dots-top-safari', form: { startedToken: 'mfx3k2q0.8aJ2d7Yt0w5nV4b1KqZr6cUeHs9LxPgT' } }));
    expect(html).toContain('class="own"');
    expect(html).toContain('class="inapp"');
    expect(brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length).toBeLessThanOrEqual(14_336);
  });
});
