import { describe, expect, it } from '@jest/globals';
import type { PageTheme } from '@lynkify/domain';
import { bioPage, facts, smartLink } from '../testdata/documents.js';
import { toInstanceView, toMessageView, toPageView } from '../to-page-view.js';
import { pageStyles } from './page-styles.js';

const styles = (theme: Partial<PageTheme>) => pageStyles(toPageView(smartLink({ theme: { appearance: 'auto', accent: null, buttons: 'rounded', credit: true, ...theme } }), facts));

describe('the style sheet', () => {
  it('follows the fan’s device unless the artist chose light or dark', () => {
    expect(styles({})).toContain('prefers-color-scheme:dark');
    for (const appearance of ['light', 'dark'] as const) {
      expect(styles({ appearance })).not.toContain('prefers-color-scheme');
      expect(styles({ appearance })).toContain(`color-scheme:${appearance}`);
    }
  });

  it('has a colour for the mark of every row', () => {
    for (const platform of ['spotify', 'deezer', 'tidal', 'bandcamp', 'youtube']) expect(styles({})).toMatch(new RegExp(`\\.p-${platform}\\{color:#[0-9a-f]{6}\\}`, 'iu'));
  });

  it('fetches nothing: no import, no address but the placeholder’s own bytes', () => {
    expect(styles({})).not.toMatch(/@import|@font-face/u);
    expect(styles({}).match(/url\((?!data:)/gu)).toBeNull();
  });

  it('knows no left and right, so that a page runs from the right as well', () => {
    const pages = [smartLink(), bioPage()].map((document) => pageStyles(toPageView(document, facts)));
    for (const sheet of [...pages, pageStyles(toMessageView({ kind: 'not-found' }, facts)), pageStyles(toInstanceView([], facts))]) {
      expect(sheet.match(/[;{](?:(?:margin|padding|border|inset)-)?(?:left|right)(?:-[a-z-]+)?:|text-align:(?:left|right)|float:|translateX/gu)).toBeNull();
    }
  });

  it('has fonts and line breaks for scripts that ask for them, on their pages alone', () => {
    const of = (locale: string) => pageStyles(toPageView(smartLink(), { ...facts, locale }));
    expect(of('ja-JP')).toContain('--script:"Hiragino Sans"');
    expect(of('ko')).toContain('word-break:keep-all');
    expect(of('ar')).toContain('letter-spacing:0 !important');
    for (const plain of ['en', 'de', 'tr']) expect(of(plain)).not.toContain('--script:');
  });

  it('is balanced', () => {
    const sheet = styles({});
    expect(sheet.split('{')).toHaveLength(sheet.split('}').length);
  });
});
