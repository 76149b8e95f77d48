import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Agent, request as send } from 'undici';
import { outboundAgent, type Resolve, systemResolve } from './guarded-agent.js';
import { OutboundError, toOutboundError } from './outbound-error.js';
import type { OutboundSettings } from './outbound-settings.js';
import { acceptEncoding, decodeText, readBody } from './read-body.js';

export { OutboundError, type OutboundErrorCode } from './outbound-error.js';

export interface OutboundRequest {
  url: string;
  /** Only GET and HEAD follow redirects. PURGE: what Varnish takes. */
  method?: 'GET' | 'HEAD' | 'POST' | 'PURGE';
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** Of the decoded body; default 2 MiB. */
  maxBytes?: number;
  /** What a longer body is: refused with TOO_LARGE, or cut there. Default: refused. */
  longer?: 'refused' | 'cut';
  /** Of the whole exchange, redirects included; default 10 s. */
  timeoutMs?: number;
  /** Followed at most, each checked anew; default 5; 0: a redirect is an answer like any other. */
  redirects?: number;
  signal?: AbortSignal;
  /** The address is a setting of this instance: it may be in a private network and on any port, and redirects are not followed. Never for what a member or a fan gave. */
  ofOperator?: boolean;
}

export interface OutboundAnswer {
  status: number;
  /** After redirects. */
  url: string;
  /** Addresses passed through before that one. */
  passed: readonly string[];
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  text(): string;
}

const longestUrl = 8_192;
const redirecting: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** What goes along to another origin; anything else may be a secret of the first. */
const travelling: ReadonlySet<string> = new Set(['accept', 'accept-language', 'user-agent']);

/** The only place of this program that calls the internet. */
@Injectable()
export class Outbound implements OnApplicationShutdown {
  private readonly guarded: Agent;
  private readonly free: Agent;
  private readonly userAgent: string;

  constructor(
    private readonly settings: OutboundSettings,
    resolve: Resolve = systemResolve,
  ) {
    this.guarded = outboundAgent(settings, resolve, true);
    this.free = outboundAgent(settings, resolve, false);
    this.userAgent = `Lynkify/1.0 ( ${settings.contact} )`;
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.guarded.destroy(), this.free.destroy()]);
  }

  /** @throws OutboundError when there is no answer; an answer of any status is an answer */
  async request(request: OutboundRequest): Promise<OutboundAnswer> {
    const { timeoutMs = 10_000, signal } = request;
    const end = new AbortController();
    const late = new OutboundError('TIMEOUT', `there was no whole answer within ${timeoutMs} ms`);
    const timer = setTimeout(() => end.abort(late), timeoutMs);
    const stop = () => end.abort(signal?.reason);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
    try {
      // A request that still waits for its connection does not hear the signal.
      return await Promise.race([this.follow(request, end.signal), rejected(end.signal)]);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    }
  }

  private async follow(request: OutboundRequest, signal: AbortSignal): Promise<OutboundAnswer> {
    const { method = 'GET' } = request;
    const most = (method === 'GET' || method === 'HEAD') && !request.ofOperator ? (request.redirects ?? 5) : 0;
    const passed: string[] = [];
    let url = this.readUrl(request.url, request.ofOperator === true);
    let headers: Record<string, string> = { 'user-agent': this.userAgent, accept: '*/*', 'accept-encoding': acceptEncoding, ...lowerCase(request.headers ?? {}) };
    for (;;) {
      const answer = await this.exchange(url, request, headers, signal, passed);
      const { location } = answer.headers;
      if (most === 0 || location === undefined || !redirecting.has(answer.status)) return answer;
      if (passed.length >= most) throw new OutboundError('TOO_MANY_REDIRECTS', `there were more than ${most} redirects`);
      passed.push(url.href);
      const next = this.readUrl(location, false, url);
      if (next.origin !== url.origin) headers = Object.fromEntries(Object.entries(headers).filter(([name]) => travelling.has(name) || name === 'accept-encoding'));
      url = next;
    }
  }

  private async exchange(url: URL, request: OutboundRequest, headers: Record<string, string>, signal: AbortSignal, passed: readonly string[]): Promise<OutboundAnswer> {
    const { method = 'GET', body, maxBytes = 2 * 1024 * 1024, longer = 'refused', timeoutMs = 10_000, ofOperator = false } = request;
    let answering = false;
    try {
      const response = await send(url, {
        dispatcher: ofOperator ? this.free : this.guarded,
        method: method as 'GET', // undici's type knows no PURGE; the protocol takes any token.
        headers,
        body: body ?? null,
        signal,
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
      });
      answering = true;
      const answered = flat(response.headers);
      const bytes = await readBody(response.body, method === 'HEAD' ? '' : (answered['content-encoding'] ?? ''), maxBytes, longer === 'cut');
      return { status: response.statusCode, url: url.href, passed: [...passed], headers: answered, body: bytes, text: () => decodeText(bytes, answered['content-type'] ?? '') };
    } catch (error) {
      throw signal.aborted ? signal.reason : toOutboundError(error, answering);
    }
  }

  private readUrl(text: string, ofOperator: boolean, base?: URL): URL {
    if (text.length > longestUrl || !URL.canParse(text, base?.href)) throw new OutboundError('BAD_URL', 'this is no web address');
    const url = new URL(text, base?.href);
    url.hash = '';
    if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new OutboundError('BAD_URL', 'only http and https are spoken');
    if (url.username !== '' || url.password !== '') throw new OutboundError('BAD_URL', 'an address with a password is not opened');
    if (ofOperator || this.settings.hosts.has(url.hostname)) return url;
    if (url.port !== '') throw new OutboundError('FORBIDDEN_ADDRESS', 'only the usual ports are opened');
    // Not every system's DNS keeps these names to itself (RFC 6761, 6.3).
    if (/(?:^|\.)localhost\.?$/u.test(url.hostname)) throw new OutboundError('FORBIDDEN_ADDRESS', 'the host is this machine');
    return url;
  }
}

function rejected(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

const lowerCase = (headers: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

function flat(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]])));
}
