import { recogniseAny } from '@lynkify/platforms';
import { OutboundError, type Outbound } from '../outbound/outbound.js';
import { readContent } from './page-content.js';

/** How many of a page's own redirects are followed, and how many at a time: as a browser would, not as a crawler. */
export const leadLimits = { links: 40, atOnce: 4, hops: 6, timeoutMs: 6_000, allMs: 20_000, bytes: 64 * 1024 } as const;

/** Asked for as a browser asks, or some services answer with an app's page. */
export const pageHeaders = { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.5', 'accept-language': 'en' } as const;

/**
 * Where links lead on to, each by its own redirects and no further than the first address of a platform: that page itself
 * is not opened. A link that leads nowhere is left out.
 * @returns by link, the address that it arrives at
 */
export async function leadAllOn(outbound: Outbound, links: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const arrived = new Map<string, string>();
  const waiting = [...new Set(links)].slice(0, leadLimits.links);
  const end = AbortSignal.timeout(leadLimits.allMs);
  const follow = async (): Promise<void> => {
    for (let link = waiting.shift(); link !== undefined && !end.aborted; link = waiting.shift()) {
      const target = await leadOn(outbound, link, end);
      if (target !== null) arrived.set(link, target);
    }
  };
  await Promise.all(Array.from({ length: leadLimits.atOnce }, follow));
  return arrived;
}

async function leadOn(outbound: Outbound, link: string, signal: AbortSignal): Promise<string | null> {
  const seen = new Set<string>();
  let url = link;
  for (let hop = 0; hop < leadLimits.hops && !seen.has(url); hop += 1) {
    seen.add(url);
    const next = await nextOf(outbound, url, signal);
    if (next === null) return url === link ? null : url;
    if (isPlatformPage(next)) return next;
    url = next;
  }
  return null;
}

/** Where an address sends a browser on to; null where it arrives or nobody answers. */
async function nextOf(outbound: Outbound, url: string, signal: AbortSignal): Promise<string | null> {
  try {
    const answer = await outbound.request({ url, redirects: 0, maxBytes: leadLimits.bytes, longer: 'cut', timeoutMs: leadLimits.timeoutMs, headers: pageHeaders, signal });
    const { location } = answer.headers;
    if (answer.status >= 300 && answer.status < 400 && location !== undefined && URL.canParse(location, url)) return new URL(location, url).href;
    return answer.status === 200 ? (await readContent(answer.text(), url)).refresh : null;
  } catch (error) {
    if (error instanceof OutboundError || signal.aborted) return null;
    throw error;
  }
}

/** An address of a platform that needs no further redirect. */
function isPlatformPage(url: string): boolean {
  const found = recogniseAny(url);
  return found.status === 'recognised' && found.short !== true;
}
