import type { BioPageDocument, SmartLinkDocument } from '@lynkify/domain';
import type { DestinationRow, PageFacts, PageView, PictureView } from './page-view.js';
import { toPageView } from './to-page-view.js';
import { strings } from './strings/strings.js';

/** The card of a page that other sites show within their own. */
export interface EmbedView extends Pick<PageView, 'locale' | 'dir' | 'theme' | 'palettes' | 'changesAt'> {
  title: string;
  /** Under the title; empty: nothing. */
  by: string;
  /** Before the release, its date. */
  out: string | null;
  artwork: PictureView | null;
  /** Address of the page. */
  href: string;
  rows: DestinationRow[];
  /** Words of the link to the page below the platforms; null: there are no more than those. */
  more: string | null;
}

/** Platforms on the card: as many as fit the high one. */
const mostRows = 4;

/** Clicks and visits from a card are counted with this. */
const from = '?via=embed';

/** The card of a page as it is now. */
export function toEmbedView(document: SmartLinkDocument | BioPageDocument, facts: PageFacts): EmbedView {
  const view = toPageView(document, { ...facts, platform: null, alwaysOpen: false, inApp: null });
  const { locale, dir, theme, palettes, changesAt } = view;
  const words = strings(locale).embed;
  const shared = { locale, dir, theme, palettes, changesAt };
  if (view.kind === 'bio-page') return { ...shared, title: view.name, by: view.headline ?? '', out: null, artwork: view.portrait, href: `/${document.artist.handle}${from}`, rows: [], more: words.page };
  if (view.kind !== 'smart-link' || document.kind !== 'smart-link') throw new Error('a card of no page');
  const rows = [...(view.lead ? [view.lead] : []), ...view.rows];
  return {
    ...shared,
    title: view.title,
    by: view.artist.credit,
    out: view.out?.date ?? null,
    artwork: view.artwork,
    href: `/${document.artist.handle}/${document.release.slug}${from}`,
    rows: rows.slice(0, mostRows).map((row) => ({ ...row, href: `${row.href}${from}` })),
    more: rows.length > mostRows || rows.length === 0 ? words.all : null,
  };
}
