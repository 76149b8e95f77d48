import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { pageKey } from '@lynkify/domain';
import { type CdnSettings, ENVIRONMENT, type Environment } from '../environment.js';
import { type JobPayload, Jobs } from '../jobs/jobs.js';
import { purgeJob } from './published-pages.js';

/** Fewer than any of them takes in one call (Cloudflare's smallest limit is 30 tags, Fastly's 256 keys). */
const keysAtOnce = 30;
const callTime = 10_000;

/**
 * Has the CDN in front of the public pages let go of what changed. Ordered in the transaction that changes it, tried
 * again until the CDN takes it.
 */
@Injectable()
export class CdnPurge implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
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
    for (let from = 0; from < keys.length; from += keysAtOnce) await call(cdn, keys.slice(from, from + keysAtOnce));
  }
}

/** @throws with the CDN's status when it does not take the purge */
async function call(cdn: CdnSettings, keys: readonly string[]): Promise<void> {
  const response = await fetch(cdn.purgeUrl, { ...requestOf(cdn, keys), redirect: 'error', signal: AbortSignal.timeout(callTime) });
  const said = await response.text();
  // Cloudflare says by its body what it made of a call that it understood.
  if (!response.ok || (cdn.style === 'cloudflare' && !/"success"\s*:\s*true/u.test(said))) throw new Error(`the CDN answered ${response.status} to a purge`);
}

/**
 * https://www.fastly.com/documentation/reference/api/purging/ (many surrogate keys),
 * https://developers.cloudflare.com/cache/how-to/purge-cache/purge-by-tags/,
 * https://github.com/varnish/varnish-modules/blob/master/src/vmod_xkey.vcc (the method and header of its example).
 */
function requestOf({ style, token }: CdnSettings, keys: readonly string[]): RequestInit {
  switch (style) {
    case 'fastly':
      return { method: 'POST', headers: { accept: 'application/json', 'surrogate-key': keys.join(' '), ...(token ? { 'fastly-key': token } : {}) } };
    case 'cloudflare':
      return { method: 'POST', headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }, body: JSON.stringify({ tags: keys }) };
    case 'varnish':
      return { method: 'PURGE', headers: { xkey: keys.join(' '), ...(token ? { authorization: `Bearer ${token}` } : {}) } };
  }
}
