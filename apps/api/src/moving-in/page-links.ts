import { parseWebUrl, recogniseSocial, socialNetwork } from '@lynkify/domain';
import { platformById, platformName, readPastedLinks, recogniseAny, type PastedLink } from '@lynkify/platforms';
import type { PageContent, PageLink } from './page-content.js';
import { isOwnAddress, type Product } from './products.js';

/** What a link of a page is that is no destination of a release. */
export type OtherLinkKind = 'artist' | 'social' | 'other';

export interface OtherLink {
  kind: OtherLinkKind;
  url: string;
  /** The words on it, or the name of where it leads. */
  title: string;
  /** Social network or platform, where one is known. */
  network: string | null;
}

export interface SortedLinks {
  links: PastedLink[];
  otherLinks: OtherLink[];
}

/** What is offered of one page at most. */
const most = { links: 100, others: 200 } as const;

const assets = /\.(?:png|jpe?g|gif|webp|avif|svg|ico|css|m?js|json|xml|woff2?|ttf|map|mp[34]|webm|txt|webmanifest)$/iu;

/** Sorts all that a page links to: destinations of a release, artist's pages, profiles, and whatever else is meant for people. */
export class LinkSorter {
  private readonly destinations = new Map<string, string>();
  private readonly platforms = new Set<string>();
  private readonly others = new Map<string, OtherLink>();

  constructor(
    private readonly page: URL,
    private readonly product: Product | null,
  ) {}

  /** Sorts what a page says, in the order of how surely it is meant for people. */
  addContent(content: PageContent): void {
    for (const link of content.links) this.add(link, 'people');
    for (const link of content.dataLinks) this.add(link, 'data');
    for (const url of content.scriptUrls) this.add({ url, text: '' }, 'script');
  }

  /** @param from what in a script or in data is no link for people is left out, unless it is somewhere that we know */
  add({ url, text }: PageLink, from: 'people' | 'data' | 'script'): void {
    const found = recogniseAny(url);
    if (found.status === 'recognised' && found.entity !== 'artist' && found.entity !== 'label' && (found.entity !== 'playlist' || found.note !== undefined)) {
      // A script knows many things: beside a link that people see, another one of the same platform is not this release.
      if (from !== 'people' && this.platforms.has(found.platform)) return;
      this.platforms.add(found.platform);
      if (this.destinations.size < most.links) this.destinations.set(found.url, url);
      return;
    }
    // A channel of videos is a profile like others.
    if (found.status === 'recognised' && (found.entity === 'artist' || found.entity === 'label') && platformById(found.platform)?.kind !== 'video') {
      this.addOther({ kind: 'artist', url: found.url, title: text || platformName(found.platform), network: found.platform });
      return;
    }
    this.addPlace(url, text, from);
  }

  sorted(): SortedLinks {
    return { links: readPastedLinks([...this.destinations.keys()].join('\n')), otherLinks: [...this.others.values()] };
  }

  private addPlace(text: string, words: string, from: 'people' | 'data' | 'script'): void {
    const url = parseWebUrl(text);
    if (!url || isOwnAddress(url, this.page, this.product)) return;
    const social = recogniseSocial(url.href);
    if (social && social.network !== 'website' && social.handle !== undefined) {
      this.addOther({ kind: 'social', url: social.url, title: words || (socialNetwork(social.network)?.label ?? social.network), network: social.network });
      return;
    }
    // In data a title beside an address tells a link of a page of links from the address of a picture.
    const isMeant = from === 'people' || (from === 'data' && words !== '' && this.product?.subject === 'artist');
    if (isMeant && !assets.test(url.pathname)) this.addOther({ kind: 'other', url: url.href, title: words || url.hostname.replace(/^www\./u, ''), network: null });
  }

  private addOther(link: OtherLink): void {
    const known = this.others.get(link.url);
    if (!known && this.others.size < most.others) this.others.set(link.url, link);
  }
}
