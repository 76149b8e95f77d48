import { cacheKeys } from '@lynkify/domain';
import type { HeldPage } from '../pages/held-page.js';
import type { PageForms } from '../pages/variants.js';
import type { HeaderList } from './headers.js';

/** A page that is late is better than none: so long a shared cache may answer while no renderer does. */
const staleIfError = 86_400;
/** Nobody waits for a page to be fetched again. */
const staleWhileRevalidate = 30;
/** An address that is nobody's is asked for again after this long; it is purged too when a page comes there. */
const unknownFor = 30;

/**
 * What shared caches in front of us (a CDN) are told. Without one every visit reaches us and is counted here. With one
 * (`CDN_HOLD_SECONDS`), it holds the form of a page that most fans get until it is purged or changes by itself, and the
 * page loads one tiny picture past it, by which visits are counted.
 */
export class SharedCaching {
  readonly on: boolean;
  /** For what is made for one fan, even where the cache would hold anything. */
  readonly nobody: HeaderList;

  /** @param countryHeader in which a trusted proxy names the country, in lower case */
  constructor(
    private readonly holdSeconds: number,
    private readonly countryHeader: string | null = null,
  ) {
    this.on = holdSeconds > 0;
    this.nobody = this.on ? surrogate('no-store') : [];
  }

  /**
   * `Cache-Control` of a page. Browsers ask each time: whether it changed, and so that the visit is counted. `plain`: the
   * form that everyone may see.
   */
  forBrowsers(plain: boolean): string {
    return this.on && plain ? 'public, max-age=0, must-revalidate' : 'private, no-cache';
  }

  /**
   * What of a request a page depends on: the language that the browser prefers, the one cookie of this site, the app that
   * it is opened in, the country. Of a country that we look up by the address no cache can know.
   */
  vary({ cookie, country, agent, language }: PageForms['dependsOn']): string {
    if (!this.on) return 'accept-encoding';
    return ['accept-encoding', language && 'accept-language', cookie && 'cookie', agent && 'user-agent', country && this.countryHeader].filter(Boolean).join(', ');
  }

  /** The same for a page that is a message. */
  get varyOfMessages(): string {
    return this.on ? 'accept-encoding, accept-language' : 'accept-encoding';
  }

  /** What a purge finds a page by: itself, its artist, its workspace. */
  keys({ path, document }: HeldPage): HeaderList {
    if (!this.on) return [];
    const artist = 'artist' in document ? document.artist : null;
    return tags(cacheKeys({ path, artistId: artist?.id ?? null, workspaceId: document.workspaceId }));
  }

  /** How long a page may be held: never past the moment at which it changes by itself. */
  page(validUntil: number, now: number): HeaderList {
    const left = Math.max(0, Math.floor((validUntil - now) / 1_000));
    const held = Math.min(this.holdSeconds, left);
    return surrogate(`max-age=${held}, stale-while-revalidate=${Math.min(staleWhileRevalidate, left - held)}, stale-if-error=${staleIfError}`);
  }

  /**
   * For redirects and pages that were taken down: they stand until something is published there. `plain`: in the form that
   * everyone may see, as with pages.
   */
  former(page: HeldPage, plain: boolean): HeaderList {
    if (!plain) return this.nobody;
    return this.on ? [...surrogate(`max-age=${this.holdSeconds}, stale-if-error=${staleIfError}`), ...this.keys(page)] : [];
  }

  /** For an address that is nobody's. */
  unknown(path: string, plain: boolean): HeaderList {
    if (!plain) return this.nobody;
    return this.on ? [...surrogate(`max-age=${Math.min(unknownFor, this.holdSeconds)}`), ...tags(cacheKeys({ path, artistId: null, workspaceId: null }))] : [];
  }
}

/** RFC 9213 for those that know it, the older header for the others; each cache takes the most specific one that it knows. */
function surrogate(directives: string): HeaderList {
  return ['cdn-cache-control', directives, 'surrogate-control', directives];
}

/** Fastly and Varnish part keys by spaces, Cloudflare by commas. */
function tags(keys: readonly string[]): HeaderList {
  return ['surrogate-key', keys.join(' '), 'cache-tag', keys.join(',')];
}
