import type { SeenRequest, SiteAnswer, SiteRequest } from '../internet.js';
import type { StandInRelease } from './stand-in-release.js';

/** A music service whose protocol is spoken here. */
export type StandInService = 'itunes' | 'deezer' | 'musicbrainz' | 'spotify' | 'apple-music' | 'tidal' | 'youtube' | 'odesli';

/**
 * What goes wrong. `limited`: as this service says that it was too often; `empty-403`: 403 with the body of an answer that
 * found nothing; `quota-200`: an error with status 200; `timeout`: no answer; `garbage`: a page in place of JSON; `down`: the
 * connection is closed.
 */
export type Fault = 'limited' | 'empty-403' | 'quota-200' | 'timeout' | 'garbage' | 'down';

/** How one service answers. */
export interface Protocol {
  hosts: readonly string[];
  /** That of them which gives out tokens; nothing counts there and nothing goes wrong. */
  tokenHost?: string;
  /** Requests that it takes within a time; null: it does not say. */
  limit: { requests: number; ms: number } | null;
  /** Its words for “too often”. */
  limited: () => SiteAnswer;
  answer: (request: SiteRequest, catalogue: readonly StandInRelease[]) => SiteAnswer;
}

const never = 10 * 60_000;

/** Answers that belong to a fault, whatever was asked. */
export function faulty(fault: Fault, protocol: Protocol): SiteAnswer {
  switch (fault) {
    case 'limited':
      return protocol.limited();
    case 'empty-403':
      return { status: 403, body: '\n\n\n{\n "resultCount":0,\n "results": []\n}\n' };
    case 'quota-200':
      return { body: { error: { type: 'Exception', message: 'Quota limit exceeded', code: 4 } } };
    case 'timeout':
      return { delayMs: never };
    case 'garbage':
      return { headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Just a moment…</title>' };
    case 'down':
      return { hangUp: true };
  }
}

/** Whether a request at this moment would be one too many. */
export function isTooQuick(limit: Protocol['limit'], earlier: readonly SeenRequest[], now: number): boolean {
  return limit !== null && earlier.filter(({ at }) => at > now - limit.ms).length >= limit.requests;
}
