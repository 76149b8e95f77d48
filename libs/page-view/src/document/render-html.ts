import { languageOf, type Language } from '@lynkify/domain';
import { createElement } from 'react';
import { Page } from '../components/page.js';
import type { PageHead, PageView } from '../page-view.js';
import { pageStyles } from '../styles/page-styles.js';
import { escapeHtml, jsonForScript } from './escape.js';
import { faviconLink } from './favicon.js';
import { markup } from './markup.js';

/** A whole HTML document and the exact text of its one `<style>`, whose hash the Content-Security-Policy names. */
export interface RenderedPage {
  html: string;
  style: string;
}

const meta = (key: 'name' | 'property', name: string, content: string) => `<meta ${key}="${name}" content="${escapeHtml(content)}">`;

/** Where a language's page is mostly read: Open Graph names languages by country, https://ogp.me/#optional. */
const openGraphLocales: Readonly<Record<Language, string>> = {
  en: 'en_GB', de: 'de_DE', fr: 'fr_FR', es: 'es_ES', it: 'it_IT', pt: 'pt_BR', nl: 'nl_NL', pl: 'pl_PL', tr: 'tr_TR', ja: 'ja_JP', ko: 'ko_KR', ar: 'ar_AR',
};

function sharing(head: PageHead, locale: string): string {
  const image = head.image;
  return [
    meta('property', 'og:type', head.type),
    meta('property', 'og:locale', openGraphLocales[languageOf(locale) ?? 'en']),
    meta('property', 'og:title', head.title),
    meta('property', 'og:description', head.description),
    head.canonical && meta('property', 'og:url', head.canonical),
    image && meta('property', 'og:image', image.url) + meta('property', 'og:image:type', 'image/jpeg') + meta('property', 'og:image:width', String(image.width)) + meta('property', 'og:image:height', String(image.height)) + meta('property', 'og:image:alt', image.alt),
    // The small card keeps a square; the large one would cut a sleeve to a strip.
    meta('name', 'twitter:card', image && image.width > image.height * 1.5 ? 'summary_large_image' : 'summary'),
  ].filter(Boolean).join('');
}

function themeColour(view: PageView): string {
  const { light, dark } = view.palettes;
  const { appearance } = view.theme;
  const top = view.look?.id === 'pop' ? 'accent' : 'panel';
  if (appearance !== 'auto') return meta('name', 'theme-color', view.palettes[appearance][top]);
  return `<meta name="theme-color" content="${light[top]}" media="(prefers-color-scheme:light)"><meta name="theme-color" content="${dark[top]}" media="(prefers-color-scheme:dark)">`;
}

/** How other sites find out how to show a page within their own, https://oembed.com (section 4). */
function oembedLinks(kind: PageView['kind'], canonical: string): string {
  if (kind !== 'smart-link' && kind !== 'bio-page') return '';
  const address = `${new URL(canonical).origin}/oembed?url=${encodeURIComponent(canonical)}&format=`;
  return ['json', 'xml'].map((format) => `<link rel="alternate" type="${format === 'json' ? 'application/json' : 'text/xml'}+oembed" href="${escapeHtml(`${address}${format}`)}">`).join('');
}

/**
 * The page as a whole document. No script runs in it; JSON-LD is a data block.
 * @param options.seen address of a picture that tells of the visit, where a shared cache answers with the page
 */
export function renderHtml(view: PageView, { seen }: { seen?: string } = {}): RenderedPage {
  const { head } = view;
  const style = pageStyles(view);
  const html = [
    `<!doctype html><html lang="${escapeHtml(view.locale)}" dir="${view.dir}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">',
    `<title>${escapeHtml(head.title)}</title>`,
    meta('name', 'description', head.description),
    head.canonical && `<link rel="canonical" href="${escapeHtml(head.canonical)}">`,
    head.index ? '' : meta('name', 'robots', 'noindex'),
    head.canonical && sharing(head, view.locale),
    head.canonical && oembedLinks(view.kind, head.canonical),
    themeColour(view),
    faviconLink,
    `<style>${style}</style>`,
    head.jsonLd && `<script type="application/ld+json">${jsonForScript(head.jsonLd)}</script>`,
    '</head><body>',
    markup(createElement(Page, { view })),
    seen && `<img src="${escapeHtml(seen)}" alt="" width="1" height="1" hidden>`,
    '</body></html>',
  ];
  return { html: html.filter(Boolean).join(''), style };
}
