import type { IncomingHttpHeaders } from 'node:http';
import type { Audience } from '@lynkify/domain';
import type { AgentFacts } from './agents.js';
import { chromeHeaders } from './rules/agents.js';

export interface Surroundings {
  /** The address is an operator's who rents servers or checks mails (networks/operators.json). */
  fromServers: boolean;
  /** The page is served under https, where browsers send more headers than elsewhere. */
  secure: boolean;
}

/**
 * Who is behind a request, in this order:
 * 1. Who says that it is a program is one.
 * 2. A browser that fetches ahead of its user is no visit yet.
 * 3. A browser among servers is a scanner: what opens the links of mails before their readers do. Except for browsers that
 *    fetch through servers of their makers; networks of VPNs, relays and companies' proxies are not in the list.
 * 4. So is a Chrome that forgot every one of the headers that Chrome always sends. One missing header says nothing, other
 *    browsers and apps are never judged by this: better to count a program than to lose a fan.
 */
export function audienceOf(headers: IncomingHttpHeaders, agent: AgentFacts, { fromServers, secure }: Surroundings): Audience {
  if (agent.audience !== 'person') return agent.audience;
  const ahead = aheadOf(headers);
  if (ahead !== null) return ahead;
  if (fromServers && !agent.relayed) return 'scanner';
  return secure && agent.plainChrome && chromeHeaders.every((name) => headers[name] === undefined) ? 'scanner' : 'person';
}

function aheadOf(headers: IncomingHttpHeaders): 'prefetch' | 'preview' | null {
  const purpose = headers['sec-purpose'] ?? headers.purpose ?? headers['x-purpose'] ?? headers['x-moz'];
  if (purpose === undefined) return null;
  const text = String(purpose).toLowerCase();
  if (text.includes('prefetch') || text.includes('prerender')) return 'prefetch';
  return text.includes('preview') ? 'preview' : null;
}
