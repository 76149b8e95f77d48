import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { accept, refuse, type Result } from '@lynkify/domain';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { Jobs } from '../jobs/jobs.js';

const minute = 60;
const hour = 60 * minute;

/** Every limit: how many tries within how many seconds. */
const limits = {
  'sign-in-account': { points: 10, seconds: 15 * minute },
  'sign-in-address': { points: 50, seconds: 15 * minute },
  'mail-account': { points: 3, seconds: hour },
  'mail-address': { points: 20, seconds: hour },
  'invitations-workspace': { points: 50, seconds: hour },
  'pages-workspace': { points: 120, seconds: hour },
  'outside-pictures-workspace': { points: 2_000, seconds: hour },
} as const;
export type LimitName = keyof typeof limits;

/**
 * Counters in Postgres, so that a limit holds over every process and a restart. A try counts before it is made, so
 * that many at once cannot slip through together. Keys are stored hashed: the table names no address and no account.
 */
@Injectable()
export class RateLimits implements OnModuleInit {
  private readonly limiters: Record<LimitName, RateLimiterPostgres>;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    private readonly jobs: Jobs,
  ) {
    const limiter = (name: LimitName) =>
      new RateLimiterPostgres({ storeClient: dataSource, storeType: 'typeorm', tableName: 'rate_limits', tableCreated: true, clearExpiredByTimeout: false, keyPrefix: name, points: limits[name].points, duration: limits[name].seconds });
    this.limiters = {
      'sign-in-account': limiter('sign-in-account'),
      'sign-in-address': limiter('sign-in-address'),
      'mail-account': limiter('mail-account'),
      'mail-address': limiter('mail-address'),
      'invitations-workspace': limiter('invitations-workspace'),
      'pages-workspace': limiter('pages-workspace'),
      'outside-pictures-workspace': limiter('outside-pictures-workspace'),
    };
  }

  onModuleInit(): void {
    this.jobs.every('17 * * * *', 'rate-limits-clear', async () => {
      await this.dataSource.query('delete from rate_limits where expire < $1', [Date.now()]);
    });
  }

  /** Counts one try; refused with TOO_MANY_TRIES once there were too many. */
  async spend(name: LimitName, key: string): Promise<Result<true, 'TOO_MANY_TRIES'>> {
    try {
      await this.limiters[name].consume(this.hashed(key));
      return accept(true);
    } catch (error) {
      if (error instanceof RateLimiterRes) return refuse('TOO_MANY_TRIES', [], `That was tried too often. Try again in ${waitingTime(error.msBeforeNext)}.`);
      throw error;
    }
  }

  /** Gives one try back that turned out to be a good one. */
  async giveBack(name: LimitName, key: string): Promise<void> {
    await this.limiters[name].reward(this.hashed(key));
  }

  /** Starts this counter from nothing. */
  async forget(name: LimitName, key: string): Promise<void> {
    await this.limiters[name].delete(this.hashed(key));
  }

  private hashed(key: string): string {
    return createHmac('sha256', this.environment.linkKey).update(`rate-limit:${key}`).digest('base64url');
  }
}

function waitingTime(ms: number): string {
  const minutes = Math.ceil(ms / 60_000);
  return minutes <= 1 ? 'a minute' : `${minutes} minutes`;
}

/**
 * What counts as one network address: an IPv4 address, or the /64 that a household or a server is given in IPv6, where
 * single addresses cost nothing.
 */
export function networkOf(ip: string): string {
  const [address = ''] = ip.split('%');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const first = groups(head);
  const last = groups(tail ?? '');
  const all = tail === undefined ? first : [...first, ...Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0'), ...last];
  return `${all.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
