import { existsSync, statSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { lookIds, looks, themeChoices, wholeTheme, defaultTheme, type PageTheme } from '@lynkify/domain';
import { contrast } from '../colour/colour.js';
import { controlContrast, groundsOf } from '../colour/palette.js';
import { renderHtml } from '../document/render-html.js';
import { pageStyles } from '../styles/page-styles.js';
import { bioPage, facts, picture, smartLink } from '../testdata/documents.js';
import { toPageView } from '../to-page-view.js';
import { fontFolder } from './font-folder.js';
import { channelBounds } from '../picture-view.js';

const themeOf = (look: (typeof lookIds)[number]): PageTheme => ({ ...defaultTheme, look, ...looks[look] });
const styles = (theme: PageTheme, locale = 'en') => pageStyles(toPageView(smartLink({ theme }), { ...facts, locale }));

describe('a look', () => {
  it('leaves a page that was published before there were looks as it was', () => {
    const { look, ...early } = wholeTheme(defaultTheme);
    expect(look).toBe('sleeve');
    expect(styles(defaultTheme)).toBe(styles({ ...early, look }));
    expect(styles(defaultTheme)).not.toMatch(/@font-face|::before\{content:"";position:fixed/u);
  });

  it('is unlike every other, on both kinds of pages', () => {
    for (const page of [smartLink, (more: { theme: PageTheme }) => bioPage({ ...more, portrait: picture() })]) {
      const sheets = lookIds.map((look) => pageStyles(toPageView(page({ theme: themeOf(look) }), facts)));
      expect(new Set(sheets).size).toBe(lookIds.length);
    }
  });

  it.each(lookIds)('has a balanced style sheet that knows no left and right (%s)', (look) => {
    const sheet = styles(themeOf(look));
    expect(sheet.split('{')).toHaveLength(sheet.split('}').length);
    expect(sheet.match(/[;{](?:(?:margin|padding|border|inset)-)?(?:left|right)(?:-[a-z-]+)?:|text-align:(?:left|right)|float:|translateX/gu)).toBeNull();
  });

  it.each(themeChoices.font)('sets titles in one font of ours that takes no other room than what stood there before (%s)', (font) => {
    const sheet = styles({ ...themeOf('sleeve'), font });
    const files = [...sheet.matchAll(/url\(\/fonts\/([a-z.0-9-]+)\)/gu)].map(([, name]) => name ?? '');
    if (font === 'system') return expect(files).toEqual([]);
    expect(files).toHaveLength(2);
    for (const name of files) expect(existsSync(new URL(name, fontFolder))).toBe(true);
    // With its page and its picture no more than 60 KB, and the second only where a letter of it is on the page.
    expect(statSync(new URL(files[0] ?? '', fontFolder)).size).toBeLessThanOrEqual(20_000);
    expect(sheet).toMatch(/font-display:swap;unicode-range:U\+0-FF/u);
    expect(sheet).toMatch(/size-adjust:[\d.]+%;ascent-override:[\d.]+%;descent-override:[\d.]+%;line-gap-override:0%/u);
    expect(sheet).toMatch(/--around:[^;]+,var\(--script,sans-serif\),sans-serif/u);
  });

  it('fetches its font from where the page says that fonts are', () => {
    const view = toPageView(smartLink({ theme: themeOf('poster') }), { ...facts, fontsUrl: 'https://pages.example' });
    expect(pageStyles(view)).toContain('url(https://pages.example/fonts/condensed.');
  });

  it.each(themeChoices.weight)('has marks that stand out from whatever their row stands on (%s)', (weight) => {
    for (const background of themeChoices.background) {
      const document = smartLink({ theme: { ...defaultTheme, weight, background } });
      const view = toPageView(document, facts);
      if (weight === 'solid') continue; // They are of the colour of the words on the button.
      for (const appearance of ['light', 'dark'] as const) {
        const behind = background === 'blur' ? channelBounds(picture().thumbHash) : null;
        const grounds = weight === 'quiet' && behind === null ? [view.palettes[appearance].surface] : groundsOf(view.palettes[appearance], behind);
        for (const row of view.rows) for (const ground of grounds) expect(contrast(row.colours[appearance], ground)).toBeGreaterThanOrEqual(controlContrast);
      }
    }
  });

  it('paints the picture’s own light behind the page from the bytes that are there for it anyway', () => {
    const { html } = renderHtml(toPageView(smartLink({ theme: themeOf('haze') }), facts));
    expect(html).toMatch(/\.sleeve img,\.page::before\{background:url\(data:/u);
    expect(html.match(/data:image\/png/gu)).toHaveLength(1);
  });

  it('does without a picture that is not there', () => {
    for (const background of ['blur', 'bleed'] as const) {
      const view = toPageView(smartLink({ artwork: null, theme: { ...defaultTheme, background } }), facts);
      expect(view.look?.background).toBe('tint');
      expect(toPageView(smartLink({ artwork: null }), facts).palettes).toEqual(view.palettes);
    }
    expect(channelBounds('no hash')).toBeNull();
  });
});
