import { createElement } from 'react';
import type { Palette } from '../colour/palette.js';
import { EmbedCard } from '../components/embed-card.js';
import type { EmbedView } from '../embed-view.js';
import { embedStyles } from '../styles/embed.js';
import { languageStyles } from '../styles/language.js';
import { markClass } from '../styles/mark-class.js';
import { minify } from '../styles/minify.js';
import { escapeHtml } from './escape.js';
import { markup } from './markup.js';
import type { RenderedPage } from './render-html.js';

const styles = minify(embedStyles);

function colours(view: EmbedView, appearance: 'light' | 'dark', palette: Palette): string {
  const tokens = Object.entries(palette).map(([name, colour]) => `--${name}:${String(colour)}`).join(';');
  return `:root{color-scheme:${appearance};${tokens}}${view.rows.map((row) => `.${markClass(row.platform)}{color:${row.colours[appearance]}}`).join('')}`;
}

/** The card as a whole document. No script runs in it; it is in no search engine. */
export function renderEmbed(view: EmbedView): RenderedPage {
  const { light, dark } = view.palettes;
  const { appearance } = view.theme;
  const both = appearance === 'auto' ? `${colours(view, 'light', light)}@media(prefers-color-scheme:dark){${colours(view, 'dark', dark)}}` : colours(view, appearance, view.palettes[appearance]);
  const style = `${both}${styles}${languageStyles(view.locale)}`;
  const title = view.by === '' ? view.title : `${view.title} – ${view.by}`;
  const html = [
    `<!doctype html><html lang="${escapeHtml(view.locale)}" dir="${view.dir}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">',
    `<title>${escapeHtml(title)}</title><style>${style}</style></head><body>`,
    markup(createElement(EmbedCard, { view })),
    '</body></html>',
  ];
  return { html: html.join(''), style };
}
