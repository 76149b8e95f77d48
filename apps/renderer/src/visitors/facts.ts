import type { IncomingHttpHeaders } from 'node:http';
import { cleanText, type EventFacts, parseChannel, type PublishedDocument } from '@lynkify/domain';
import { agentFacts, audienceOf } from './agents.js';
import { countryCode, type Countries } from './country.js';
import { eventId } from './event-id.js';
import type { VisitorSalt } from './visitor-salt.js';

/** What of a request an event may be made of. */
export interface Asking {
  headers: IncomingHttpHeaders;
  /** What the request came on: whoever looks at a page and then clicks does so on one connection. */
  connection: object;
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

/** What follows from address and agent alone, kept as long as their connection. */
interface Known {
  address: string;
  agent: string;
  day: number;
  visitor: string;
  country: string | null;
}

const day = 86_400_000;
const utmNames = ['source', 'medium', 'campaign', 'term', 'content'] as const;
const utmLength = 120;

/** Says of a request what the artist may know of it, and nothing that tells who it was. */
export class FactsReader {
  private readonly ownHost: string;
  private readonly known = new WeakMap<object, Known>();

  constructor(
    private readonly salt: VisitorSalt,
    private readonly countries: Countries,
    private readonly countryHeader: string | null,
    pagesUrl: string,
  ) {
    this.ownHost = new URL(pagesUrl).hostname;
  }

  read(asking: Asking, page: EventPage, now: number): EventFacts {
    const { headers, query } = asking;
    const agentText = headers['user-agent'] ?? '';
    const agent = agentFacts(agentText);
    const audience = audienceOf(headers, agent);
    const { visitor, country } = this.knownOf(asking, agentText, now);
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
      country: this.countryHeader === null ? country : countryCode(headers[this.countryHeader]?.toString()),
      region: null,
      city: null,
      device: agent.device,
      audience,
      visitor: audience === 'person' ? visitor : null,
    };
  }

  private knownOf({ address, connection }: Asking, agent: string, now: number): Known {
    const today = Math.floor(now / day);
    const known = this.known.get(connection);
    // A proxy's connection carries many.
    if (known && known.address === address && known.agent === agent && known.day === today) return known;
    const fresh: Known = { address, agent, day: today, visitor: this.salt.visitorOf(address, agent, now), country: this.countries.of(address) };
    this.known.set(connection, fresh);
    return fresh;
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
