import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { pageKey } from '@lynkify/domain';
import { type CdnSettings, ENVIRONMENT, type Environment } from '../environment.js';
import { type JobPayload, Jobs } from '../jobs/jobs.js';
import { Outbound, type OutboundRequest } from '../outbound/outbound.js';
import { purgeJob } from './published-pages.js';

/** Fewer than any of them takes in one call (Cloudflare's smallest limit is 30 tags, Fastly's 256 keys). */
const keysAtOnce = 30;

/**
 * Has the CDN in front of the public pages let go of what changed. Ordered in the transaction that changes it, tried
 * again until the CDN takes it.
 */
@Injectable()
export class CdnPurge implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly outbound: Outbound,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(purgeJob, (payload) => this.purge(payload));
  }

  private async purge({ paths }: JobPayload): Promise<void> {
    const { cdn } = this.environment;
    // Ordered while there was one.
    if (!cdn) return;
    if (typeof paths !== 'string') throw new Error('a purge without its paths');
    const keys = paths.split(' ').map(pageKey);
    for (let from = 0; from < keys.length; from += keysAtOnce) await this.call(cdn, keys.slice(from, from + keysAtOnce));
  }

  /** @throws with the CDN's status when it does not take the purge */
  private async call(cdn: CdnSettings, keys: readonly string[]): Promise<void> {
    const answer = await this.outbound.request({ url: cdn.purgeUrl, ofOperator: true, ...requestOf(cdn, keys) });
    // Cloudflare says by its body what it made of a call that it understood.
    const taken = answer.status >= 200 && answer.status < 300 && (cdn.style !== 'cloudflare' || /"success"\s*:\s*true/u.test(answer.text()));
    if (!taken) throw new Error(`the CDN answered ${answer.status} to a purge`);
  }
}

/**
 * https://www.fastly.com/documentation/reference/api/purging/ (many surrogate keys),
 * https://developers.cloudflare.com/cache/how-to/purge-cache/purge-by-tags/,
 * https://github.com/varnish/varnish-modules/blob/master/src/vmod_xkey.vcc (the method and header of its example).
 */
function requestOf({ style, token }: CdnSettings, keys: readonly string[]): Pick<OutboundRequest, 'method' | 'headers' | 'body'> {
  switch (style) {
    case 'fastly':
      return { method: 'POST', headers: { accept: 'application/json', 'surrogate-key': keys.join(' '), ...(token ? { 'fastly-key': token } : {}) } };
    case 'cloudflare':
      return { method: 'POST', headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }, body: JSON.stringify({ tags: keys }) };
    case 'varnish':
      return { method: 'PURGE', headers: { xkey: keys.join(' '), ...(token ? { authorization: `Bearer ${token}` } : {}) } };
  }
}
