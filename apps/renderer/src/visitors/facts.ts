import type { IncomingHttpHeaders } from 'node:http';
import { cleanText, type EventFacts, parseChannel, type PublishedDocument } from '@lynkify/domain';
import { agentFacts, audienceOf } from './agents.js';
import { countryCode, type Countries } from './country.js';
import { eventId } from './event-id.js';
import type { VisitorSalt } from './visitor-salt.js';

/** What of a request an event may be made of. */
export interface Asking {
  headers: IncomingHttpHeaders;
  /** Of the client, as far as the proxies in front are believed. Never stored. */
  address: string;
  /** What stands behind the `?`, without it. */
  query: string;
}

/** A page that events can belong to. */
export interface EventPage {
  path: string;
  document: Extract<PublishedDocument, { kind: 'smart-link' | 'bio-page' }>;
}

const utmNames = ['source', 'medium', 'campaign', 'term', 'content'] as const;
const utmLength = 120;

/** Says of a request what the artist may know of it, and nothing that tells who it was. */
export class FactsReader {
  private readonly ownHost: string;

  constructor(
    private readonly salt: VisitorSalt,
    private readonly countries: Countries,
    private readonly countryHeader: string | null,
    pagesUrl: string,
  ) {
    this.ownHost = new URL(pagesUrl).hostname;
  }

  read(asking: Asking, page: EventPage, now: number): EventFacts {
    const { headers, address, query } = asking;
    const agentText = headers['user-agent'] ?? '';
    const agent = agentFacts(agentText);
    const audience = audienceOf(headers, agent);
    const asked = query === '' ? null : new URLSearchParams(query);
    return {
      id: eventId(now),
      at: new Date(now).toISOString(),
      workspaceId: page.document.workspaceId,
      artistId: page.document.artist.id,
      releaseId: page.document.kind === 'smart-link' ? page.document.release.id : null,
      path: page.path,
      channel: asked ? parseChannel((asked.get('via') ?? '').slice(0, 64)) : null,
      referrerHost: this.referrerHost(headers.referer),
      utm: asked ? utmOf(asked) : null,
      country: this.countryHeader === null ? this.countries.of(address) : countryCode(headers[this.countryHeader]?.toString()),
      city: null,
      device: agent.device,
      audience,
      visitor: audience === 'person' ? this.salt.visitorOf(address, agentText, now) : null,
    };
  }

  private referrerHost(referrer: string | undefined): string | null {
    if (!referrer || referrer.length > 4_096 || !URL.canParse(referrer)) return null;
    const { hostname } = new URL(referrer);
    const host = hostname.toLowerCase().replace(/\.$/u, '').slice(0, 253);
    return host === '' || host === this.ownHost ? null : host;
  }
}

function utmOf(asked: URLSearchParams): EventFacts['utm'] {
  const utm: NonNullable<EventFacts['utm']> = {};
  for (const name of utmNames) {
    const text = asked.get(`utm_${name}`);
    const value = text === null ? '' : [...cleanText(text.slice(0, utmLength * 4))].slice(0, utmLength).join('');
    if (value !== '') utm[name] = value;
  }
  return Object.keys(utm).length === 0 ? null : utm;
}
