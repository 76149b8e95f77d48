import { type Outbound, OutboundError, type OutboundErrorCode, type OutboundRequest } from '../outbound/outbound.js';
import { ServiceBusy, type ServiceTurns } from '../outbound/service-turns.js';
import type { Asking, FoundRelease, LookupAnswer, ServiceId, Unavailable } from './lookup.js';

/** Carries out of a lookup why its service could not be asked. */
export class Unanswered extends Error {
  constructor(readonly answer: Unavailable) {
    super(answer.message);
    this.name = 'Unanswered';
  }
}

export interface ServiceAnswer {
  status: number;
  /** Undefined: the body is no JSON. */
  json: unknown;
  headers: Readonly<Record<string, string>>;
}

export interface ServiceCall extends Pick<OutboundRequest, 'url' | 'method' | 'headers' | 'body' | 'ofOperator'> {
  /** Units of a daily budget. */
  cost?: number;
  /** The limit does not hold for it: a mirror, a token. */
  freely?: boolean;
}

/** One call of a lookup. @throws Unanswered */
export type Ask = (call: ServiceCall) => Promise<ServiceAnswer>;

/** One way to what is looked for; none is found where it is empty. */
export type Way = (ask: Ask) => Promise<FoundRelease[]>;

/** What one service does differently from others. */
export interface Habits {
  /** How long to leave it alone when it does not say for how long; default a minute. */
  pauseMs?: number;
  /** It says 503 where others say 429. */
  saysUnavailable?: boolean;
  /** How long to wait for its answer. */
  timeoutMs?: number;
}

/** After the first turn of a lookup the next ones are worth waiting for: what was found already would be lost. */
const patienceOnce = 15_000;
const longestPause = 24 * 3_600_000;

const failures: Readonly<Record<OutboundErrorCode, Unavailable['reason']>> = {
  BAD_URL: 'garbage', FORBIDDEN_ADDRESS: 'down', UNKNOWN_HOST: 'down', UNREACHABLE: 'down', TIMEOUT: 'down', TOO_LARGE: 'garbage', TOO_MANY_REDIRECTS: 'garbage', BROKEN_ANSWER: 'garbage',
};

/** One service as its client asks it: in turn, through the guard, with what went wrong in one form. */
export class ServiceCalls {
  constructor(
    private readonly outbound: Outbound,
    private readonly turns: ServiceTurns,
    readonly service: ServiceId,
    readonly name: string,
    private readonly habits: Habits = {},
  ) {}

  /** One lookup: the first call waits as long as its asker likes. @throws Unanswered from its calls */
  begin({ patienceMs }: Asking = {}): Ask {
    let first = true;
    return (call) => {
      const patience = first ? patienceMs : patienceOnce;
      first = false;
      return this.ask(call, patience);
    };
  }

  private async ask({ cost, freely = false, ...request }: ServiceCall, patienceMs: number | undefined): Promise<ServiceAnswer> {
    const answer = await this.request(request, freely, { patienceMs, cost });
    if (answer.status === 429) throw await this.limited(answer.headers, 'HTTP 429');
    // A service that says for how long it is away is taken at its word.
    if (answer.status === 503 && (this.habits.saysUnavailable || answer.headers['retry-after'] !== undefined)) throw await this.limited(answer.headers, 'HTTP 503');
    if (answer.status >= 500) throw this.unanswered('down', `${this.name} does not work at the moment (${answer.status}).`);
    return { status: answer.status, json: readJson(answer.text()), headers: answer.headers };
  }

  private async request(request: OutboundRequest, freely: boolean, turn: { patienceMs: number | undefined; cost: number | undefined }) {
    try {
      if (!freely) await this.turns.take(this.service, turn);
      return await this.outbound.request({ redirects: 0, maxBytes: 4 * 1024 * 1024, timeoutMs: this.habits.timeoutMs ?? 8_000, ...request, headers: { accept: 'application/json', ...request.headers } });
    } catch (error) {
      if (error instanceof ServiceBusy) throw this.unanswered('limited', `${this.name} is being asked as often as it allows.`, error.until);
      if (error instanceof OutboundError) throw this.unanswered(failures[error.code], `${this.name} cannot be asked: ${error.message}.`);
      throw error;
    }
  }

  /** It was too often: nobody asks for as long as the service says, or as usual. */
  async limited(headers: Readonly<Record<string, string>>, why: string, until = new Date(Date.now() + (retryAfter(headers['retry-after']) ?? this.habits.pauseMs ?? 60_000))): Promise<Unanswered> {
    await this.turns.pause(this.service, until, why);
    return this.unanswered('limited', `${this.name} asks for a pause.`, until);
  }

  refused(why: string): Unanswered {
    return this.unanswered('refused', `${this.name} does not accept this instance’s keys (${why}).`);
  }

  garbage(): Unanswered {
    return this.unanswered('garbage', `${this.name} answered something that cannot be read.`);
  }

  down(why: string): Unanswered {
    return this.unanswered('down', `${this.name} does not work at the moment (${why}).`);
  }

  private unanswered(reason: Unavailable['reason'], message: string, retryAt: Date | null = null): Unanswered {
    return new Unanswered({ outcome: 'unavailable', reason, message, retryAt });
  }
}

/** Gives what a lookup made of its service, also where that is that it could not be asked. */
export async function answering<Answer>(work: () => Promise<Answer>): Promise<Answer | Unavailable> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Unanswered) return error.answer;
    throw error;
  }
}

/** Goes one way after the other, the surest first, until one finds something. */
export function firstFinding(ask: Ask, ways: Iterable<Way>): Promise<LookupAnswer> {
  return answering(async () => {
    for (const way of ways) {
      const releases = await way(ask);
      if (releases.length > 0) return { outcome: 'found', releases };
    }
    return { outcome: 'missed' };
  });
}

/** Milliseconds that a Retry-After means: seconds or a date (RFC 9110, 10.2.3). */
function retryAfter(text: string | undefined): number | null {
  if (text === undefined) return null;
  const ms = /^\d{1,9}$/u.test(text.trim()) ? Number(text) * 1_000 : Date.parse(text) - Date.now();
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 1_000), longestPause);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/u, '')) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
