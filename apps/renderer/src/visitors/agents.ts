import type { IncomingHttpHeaders } from 'node:http';
import type { Audience, Device } from '@lynkify/domain';
import { isbot } from 'isbot';

/**
 * Programs that fetch a page to show a card of it where someone shared it. In-app browsers of the same companies
 * (`Instagram 300.0`, `[FBAN/…]`, `[Pinterest/iOS]`, `KAKAOTALK 10`) are people and must not match.
 */
const previewAgents: readonly RegExp[] = [
  /facebookexternalhit|facebookcatalog|meta-externalfetcher/iu,
  /Twitterbot/iu,
  /Slackbot-LinkExpanding|Slack-ImgProxy/iu,
  /^WhatsApp\//iu,
  /TelegramBot/iu,
  /Discordbot/iu,
  /LinkedInBot/iu,
  /Pinterestbot|Pinterest\/0\./iu,
  /SkypeUriPreview|MicrosoftPreview|Teams\/.*preview/iu,
  /redditbot/iu,
  /Mastodon|Pleroma|Misskey|Akkoma/iu,
  /Bluesky Cardyb/iu,
  /vkShare/iu,
  /^Viber\//iu,
  /kakaotalk-scrap/iu,
  /Line(?:bot|-Poker)|LineSpider\//iu,
  /Embedly|Iframely|opengraph|Snap URL Preview|Synapse|Google-PageRenderer|ZaloBot/iu,
  /SignalDesktop|Signal-Link-Preview|Threema/iu,
];

export interface AgentFacts {
  audience: 'person' | 'bot' | 'preview';
  device: Device;
}

const remembered = new Map<string, AgentFacts>();
const most = 5_000;

/** What an agent string says. Remembered, since it takes a few hundred patterns to say it. */
export function agentFacts(agent: string): AgentFacts {
  const known = remembered.get(agent);
  if (known) return known;
  const facts: AgentFacts = { audience: agentAudience(agent), device: deviceOf(agent) };
  if (remembered.size >= most) remembered.clear();
  // Whoever sends endless strings must not fill the memory with them.
  if (agent.length <= 512) remembered.set(agent, facts);
  return facts;
}

function agentAudience(agent: string): AgentFacts['audience'] {
  const read = agent.slice(0, 1_024);
  if (previewAgents.some((pattern) => pattern.test(read))) return 'preview';
  return read === '' || isbot(read) ? 'bot' : 'person';
}

function deviceOf(agent: string): Device {
  if (/iPad|Tablet|PlayBook|Silk(?!.*Mobile)|Android(?!.*Mobile)/u.test(agent)) return 'tablet';
  if (/iPhone|iPod|Android|Mobi|Windows Phone/u.test(agent)) return 'phone';
  return /Windows NT|Macintosh|X11|CrOS|Linux/u.test(agent) ? 'desktop' : 'other';
}

/** Who is behind a request. A browser that fetches ahead of its user is no visit yet. */
export function audienceOf(headers: IncomingHttpHeaders, agent: AgentFacts): Audience {
  if (agent.audience !== 'person') return agent.audience;
  const purpose = headers['sec-purpose'] ?? headers.purpose ?? headers['x-purpose'] ?? headers['x-moz'];
  if (purpose === undefined) return 'person';
  const text = String(purpose).toLowerCase();
  if (text.includes('prefetch') || text.includes('prerender')) return 'prefetch';
  return text.includes('preview') ? 'preview' : 'person';
}
