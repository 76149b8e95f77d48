import { Inject, Injectable } from '@nestjs/common';
import { platformName, recognise } from '@lynkify/platforms';
import { ENVIRONMENT, type Environment } from '../environment.js';
import type { Lookup, LookupAnswer, ServiceId } from '../lookups/lookup.js';
import { Lookups } from '../lookups/lookups.js';
import { Outbound, type OutboundAnswer, OutboundError } from '../outbound/outbound.js';
import { ServiceBusy, ServiceTurns } from '../outbound/service-turns.js';
import { type Finding, missing, unclear, works } from './finding.js';
import { oembedUrl, readOembed } from './oembed.js';
import { readPage, type Visit, type Watched } from './read-page.js';

/** Nobody was asked: it is not our turn before this moment. */
export interface Busy {
  verdict: 'busy';
  until: Date;
}

export interface Looking {
  /** How long each turn may be waited for. */
  patienceMs: number;
  signal?: AbortSignal;
}

/** Services whose catalogue can be asked about a link of this platform, the most generous first. */
const catalogues: Readonly<Record<string, readonly ServiceId[]>> = {
  deezer: ['deezer'],
  apple_music: ['apple-music', 'itunes'],
  itunes: ['apple-music', 'itunes'],
  tidal: ['tidal'],
};
/** What is not in Apple's catalogue by this way may still be on its pages, e.g. what is only streamed and in no shop. */
const pageDecides: ReadonlySet<string> = new Set(['apple_music', 'itunes', 'tidal']);

const mostRedirects = 6;
const wholeVisit = 20_000;
const oneAnswer = 10_000;
/** Enough of a page to tell what it is. */
const readBytes = 256 * 1024;
const readText = 200_000;
/** A pause that a host asks for is kept, up to this. */
const longestPause = 3_600_000;
const usualPause = 300_000;

/** Looks at one destination by the surest way that its platform offers: its catalogue, its oEmbed, its page. */
@Injectable()
export class DestinationChecker {
  constructor(
    private readonly lookups: Lookups,
    private readonly outbound: Outbound,
    private readonly turns: ServiceTurns,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  async look(watched: Watched & { country: string | null }, looking: Looking): Promise<Finding | Busy> {
    try {
      const service = this.catalogueOf(watched);
      const said = service ? await this.askCatalogue(service, watched, looking) : null;
      if (said && !(said.verdict === 'missing' && pageDecides.has(watched.platform))) return said;
      const oembed = oembedUrl(watched);
      if (oembed) return await this.askOembed(watched, oembed, looking);
      return readPage(watched, await this.visit(watched.url, looking));
    } catch (error) {
      if (error instanceof ServiceBusy) return { verdict: 'busy', until: error.until };
      if (error instanceof OutboundError) return unclear(outboundInWords(error, watched));
      throw error;
    }
  }

  private catalogueOf(watched: Watched & { country: string | null }): Lookup | null {
    const query = this.queryOf(watched);
    return (catalogues[watched.platform] ?? []).map((service) => this.lookups.all.find((lookup) => lookup.service === service)).find((lookup) => lookup?.configured && lookup.can(query)) ?? null;
  }

  private queryOf({ platform, url, country }: Watched & { country: string | null }) {
    const known = recognise(url);
    const ofLink = known.status === 'recognised' ? known.country : undefined;
    return { link: { platform, url }, country: (ofLink ?? country ?? this.environment.lookups.defaultCountry).toUpperCase() };
  }

  private async askCatalogue(lookup: Lookup, watched: Watched & { country: string | null }, { patienceMs }: Looking): Promise<Finding | Busy> {
    const answer: LookupAnswer = await lookup.find(this.queryOf(watched), { patienceMs });
    if (answer.outcome === 'found') return works;
    if (answer.outcome === 'missed') return missing(`${lookup.name} has no such release in its catalogue.`);
    if (answer.reason === 'limited' && answer.retryAt) return { verdict: 'busy', until: answer.retryAt };
    return unclear(answer.message);
  }

  private async askOembed(watched: Watched, url: string, looking: Looking): Promise<Finding> {
    const answer = await this.ask(url, { ...looking, accept: 'application/json', timeoutMs: oneAnswer, redirects: 2 });
    return readOembed(watched, { status: answer.status, text: answer.text() });
  }

  /** Goes the way of a visitor, noting of each redirect whether it is for good. @throws OutboundError, ServiceBusy */
  private async visit(start: string, looking: Looking): Promise<Visit> {
    const end = Date.now() + wholeVisit;
    const redirects: number[] = [];
    let url = start;
    for (;;) {
      const answer = await this.ask(url, { ...looking, accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', timeoutMs: Math.min(oneAnswer, end - Date.now()), redirects: 0 });
      const { location } = answer.headers;
      const leadsOn = [301, 302, 303, 307, 308].includes(answer.status) && location !== undefined && URL.canParse(location, answer.url);
      if (!leadsOn) return { status: answer.status, url: answer.url, headers: answer.headers, text: answer.text().slice(0, readText), redirects };
      redirects.push(answer.status);
      if (redirects.length > mostRedirects || Date.now() >= end) throw new OutboundError('TOO_MANY_REDIRECTS', `there were more than ${mostRedirects} redirects`);
      url = new URL(location, answer.url).href;
    }
  }

  private async ask(url: string, { accept, timeoutMs, redirects, patienceMs, signal }: Looking & { accept: string; timeoutMs: number; redirects: number }): Promise<OutboundAnswer> {
    const turn = `host:${new URL(url).hostname}`;
    await this.turns.take(turn, { patienceMs });
    const answer = await this.outbound.request({
      url, redirects, timeoutMs, maxBytes: readBytes, longer: 'cut', headers: { accept, 'accept-language': 'en;q=0.9, *;q=0.5' }, ...(signal ? { signal } : {}),
    });
    const pause = pauseOf(answer);
    if (pause !== null) await this.turns.pause(turn, new Date(Date.now() + pause), `answered ${answer.status}`);
    return answer;
  }
}

/** How long a host wants to be left alone; null when it does not. */
function pauseOf({ status, headers }: OutboundAnswer): number | null {
  const said = headers['retry-after'];
  if (status !== 429 && !(status === 503 && said !== undefined)) return null;
  if (said === undefined) return usualPause;
  const asked = /^\d{1,9}$/u.test(said) ? Number(said) * 1_000 : Date.parse(said) - Date.now();
  return Number.isNaN(asked) ? usualPause : Math.min(longestPause, Math.max(1_000, asked));
}

function outboundInWords({ code }: OutboundError, { platform, url }: Watched): string {
  const host = platform === 'official_store' ? new URL(url).hostname : platformName(platform);
  switch (code) {
    case 'TIMEOUT':
      return `${host} did not answer in time.`;
    case 'UNKNOWN_HOST':
      return `There is no host “${new URL(url).hostname}” at the moment.`;
    case 'TOO_MANY_REDIRECTS':
      return `${host} leads on and on.`;
    case 'FORBIDDEN_ADDRESS':
    case 'BAD_URL':
      return `${host} leads to an address that is not opened from here.`;
    default:
      return `${host} could not be reached.`;
  }
}
