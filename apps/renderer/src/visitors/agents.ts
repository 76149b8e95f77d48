import type { Device } from '@lynkify/domain';
import { inAppBrowser, type InAppBrowser } from '@lynkify/platforms';
import { isbot } from 'isbot';
import { botAgents, plainChrome, previewAgents, relayedAgents } from './rules/agents.js';

export interface AgentFacts {
  audience: 'person' | 'bot' | 'preview';
  device: Device;
  /** A server of its maker fetches for this browser. */
  relayed: boolean;
  /** Chrome itself, which sends certain headers with every page. */
  plainChrome: boolean;
  /** The app that shows the page, if it is one. */
  inApp: InAppBrowser | null;
}

const remembered = new Map<string, AgentFacts>();
const most = 5_000;

/** What an agent string says. Remembered, since it takes a few hundred patterns to say it. */
export function agentFacts(agent: string): AgentFacts {
  const known = remembered.get(agent);
  if (known) return known;
  const read = agent.slice(0, 1_024);
  const facts: AgentFacts = {
    audience: agentAudience(read),
    device: deviceOf(agent),
    relayed: relayedAgents.some(({ pattern }) => pattern.test(read)),
    plainChrome: plainChrome.test(read),
    inApp: inAppBrowser(read),
  };
  if (remembered.size >= most) remembered.clear();
  // Whoever sends endless strings must not fill the memory with them.
  if (agent.length <= 512) remembered.set(agent, facts);
  return facts;
}

function agentAudience(agent: string): AgentFacts['audience'] {
  if (previewAgents.some(({ pattern }) => pattern.test(agent))) return 'preview';
  return agent === '' || isbot(agent) || botAgents.some(({ pattern }) => pattern.test(agent)) ? 'bot' : 'person';
}

function deviceOf(agent: string): Device {
  // Android says `Mobile` on phones alone; apps may name Android a second time, behind it.
  if (/iPad|Tablet|PlayBook/u.test(agent) || (/Android|Silk/u.test(agent) && !agent.includes('Mobile'))) return 'tablet';
  if (/iPhone|iPod|Android|Mobi|Windows Phone/u.test(agent)) return 'phone';
  return /Windows NT|Macintosh|X11|CrOS|Linux/u.test(agent) ? 'desktop' : 'other';
}
