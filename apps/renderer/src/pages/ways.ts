import { offerSpan, type PublishedDocument } from '@lynkify/domain';

/** Where one `/go/…` address leads: always an address that was stored, never one that was asked for. */
export interface Way {
  /** What the click event says was chosen; null when nothing was, because the page does not offer it for now. */
  target: string | null;
  /** Location header. */
  location: string;
  /** Platform to remember for this fan, on a smart link. */
  platform: string | null;
  /** From when until when it leads there (epoch milliseconds, the end not included); to the page before and after. */
  from: number;
  until: number;
}

const always = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };

/** The last part of each `/go/…` address of a page, and where it leads. */
export function waysOf(document: PublishedDocument): ReadonlyMap<string, Way> {
  const ways = new Map<string, Way>();
  const add = (name: string, url: string, target: string, platform: string | null, { from, until } = always) => {
    const location = locationOf(url);
    if (location !== null && !ways.has(name)) ways.set(name, { target, location, platform, from, until });
  };
  if (document.kind === 'smart-link' || document.kind === 'archived') {
    const isPage = document.kind === 'smart-link';
    // What was put away is offered no more, but leads on, whenever it was offered.
    for (const destination of document.destinations) add(destination.platform, destination.url, destination.platform, isPage ? destination.platform : null, isPage ? offerSpan(destination, document.release.releasedAt) : always);
    // A button that somebody still has before them, or shared, leads to what the page offers rather than to nothing.
    const page = isPage ? `/${document.artist.handle}/${document.release.slug}` : `/${document.artist.handle}`;
    for (const { platform } of [...(document.withheld ?? []), ...(document.off ?? [])]) if (!ways.has(platform)) ways.set(platform, { target: null, location: page, platform: null, ...always });
  }
  if (document.kind === 'bio-page') {
    for (const section of document.sections) {
      if (section.type === 'links') for (const link of section.links) add(link.id, link.url, `link:${link.id}`, null);
      if (section.type === 'socials') for (const link of section.links) add(`social-${link.network}`, link.url, `social:${link.network}`, null);
    }
  }
  return ways;
}

/** A URL as a header may carry it: as it was stored where that is plain ASCII. Only the web, never `javascript:`. */
function locationOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') return null;
  return /^[\x21-\x7e]+$/u.test(url) ? url : parsed.href;
}
