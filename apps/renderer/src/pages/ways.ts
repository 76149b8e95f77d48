import type { PublishedDocument } from '@lynkify/domain';

/** Where one `/go/…` address leads: always an address that was stored, never one that was asked for. */
export interface Way {
  /** What the click event says was chosen; null when nothing was, because the page does not offer it for now. */
  target: string | null;
  /** Location header. */
  location: string;
  /** Platform to remember for this fan, on a smart link. */
  platform: string | null;
}

/** The last part of each `/go/…` address of a page, and where it leads. */
export function waysOf(document: PublishedDocument): ReadonlyMap<string, Way> {
  const ways = new Map<string, Way>();
  const add = (name: string, url: string, target: string, platform: string | null) => {
    const location = locationOf(url);
    if (location !== null && !ways.has(name)) ways.set(name, { target, location, platform });
  };
  if (document.kind === 'smart-link') {
    for (const { platform, url } of document.destinations) add(platform, url, platform, platform);
    // A button that somebody still has before them, or shared, leads to what the page offers rather than to nothing.
    const page = `/${document.artist.handle}/${document.release.slug}`;
    for (const { platform } of document.withheld ?? []) if (!ways.has(platform)) ways.set(platform, { target: null, location: page, platform: null });
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
