import type { IncomingHttpHeaders } from 'node:http';
import { cleanText, type EventFacts, parseChannel, type PublishedDocument } from '@lynkify/domain';
import type { InAppBrowser } from '@lynkify/platforms';
import type { AddressFacts, Addresses } from './addresses.js';
import { type AgentFacts, agentFacts } from './agents.js';
import { audienceOf } from './audience.js';
import { eventId, isoTime } from './event-id.js';
import { countryCode, type Place, placeOfHeader } from './places.js';
import type { VisitorSalts } from './visitor-salts.js';

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
  document: Extract<PublishedDocument, { kind: 'smart-link' | 'bio-page' | 'archived' }>;
}

/** What follows from address and agent alone, kept as long as their connection. */
interface Known {
  address: string;
  agent: string;
  turn: number;
  visitor: string;
  facts: AddressFacts;
  agentFacts: AgentFacts;
}

/** Headers in which a trusted proxy says where a client is, in lower case; null: the databases say it. */
export interface PlaceHeaders {
  country: string | null;
  region: string | null;
  city: string | null;
}

const utmNames = ['source', 'medium', 'campaign', 'term', 'content'] as const;
const utmLength = 120;

/** Says of a request what the artist may know of it, and nothing that tells who it was. */
export class FactsReader {
  private readonly ownHost: string;
  private readonly secure: boolean;
  private readonly known = new WeakMap<object, Known>();

  constructor(
    private readonly salts: VisitorSalts,
    private readonly addresses: Addresses,
    private readonly placeHeaders: PlaceHeaders,
    pagesUrl: string,
  ) {
    const { hostname, protocol } = new URL(pagesUrl);
    this.ownHost = hostname;
    this.secure = protocol === 'https:';
  }

  read(asking: Asking, page: EventPage, now: number): EventFacts {
    const { headers, query } = asking;
    const agentText = headers['user-agent'] ?? '';
    const { visitor, facts, agentFacts: agent } = this.knownOf(asking, agentText, now);
    const audience = audienceOf(headers, agent, { fromServers: facts.fromServers, secure: this.secure });
    const { country, region, city } = this.placeOf(headers, facts.place);
    const asked = query === '' ? null : new URLSearchParams(query);
    return {
      id: eventId(now),
      at: isoTime(now),
      workspaceId: page.document.workspaceId,
      artistId: page.document.artist.id,
      releaseId: page.document.kind === 'bio-page' ? null : page.document.release.id,
      path: page.path,
      channel: asked ? parseChannel((asked.get('via') ?? '').slice(0, 64)) : null,
      referrerHost: this.referrerHost(headers.referer),
      utm: asked ? utmOf(asked) : null,
      country,
      region,
      city,
      device: agent.device,
      audience,
      visitor: audience === 'person' ? visitor : null,
    };
  }

  /** What of a request a page may look different for. */
  surroundings(asking: Asking, now: number): { country: string | null; inApp: InAppBrowser | null } {
    const { headers } = asking;
    const { facts, agentFacts: agent } = this.knownOf(asking, headers['user-agent'] ?? '', now);
    return { country: this.countryOf(headers, facts.place), inApp: agent.inApp };
  }

  private knownOf({ address, connection }: Asking, agent: string, now: number): Known {
    const turn = this.salts.turn(now);
    const known = this.known.get(connection);
    // A proxy's connection carries many.
    if (known && known.address === address && known.agent === agent && known.turn === turn) return known;
    const fresh: Known = { address, agent, turn, visitor: this.salts.visitorOf(address, agent, now), facts: this.addresses.of(address), agentFacts: agentFacts(agent) };
    this.known.set(connection, fresh);
    return fresh;
  }

  /** What the proxy says holds. What it does not say is looked up, as far as it lies in the country that it named. */
  private placeOf(headers: IncomingHttpHeaders, found: Place): Place {
    const { country: countryHeader, region: regionHeader, city: cityHeader } = this.placeHeaders;
    if (countryHeader === null && regionHeader === null && cityHeader === null) return found;
    const country = this.countryOf(headers, found);
    const within = country !== null && country === found.country ? found : null;
    return {
      country,
      region: regionHeader === null ? (within?.region ?? null) : placeOfHeader(headers[regionHeader]),
      city: cityHeader === null ? (within?.city ?? null) : placeOfHeader(headers[cityHeader]),
    };
  }

  private countryOf(headers: IncomingHttpHeaders, found: Place): string | null {
    const { country: header } = this.placeHeaders;
    return header === null ? found.country : countryCode(headers[header]?.toString());
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
