import type { HeaderList } from '../answers/headers.js';
import type { Fan } from '../pages/variants.js';
import type { Site } from '../site.js';
import type { Asking } from '../visitors/facts.js';
import { languageOf } from '../visitors/language.js';
import type { Exchange } from './exchange.js';

/**
 * The one cookie of this site: the platform that a fan chose last on any of its pages, and whether they asked for it to be
 * opened straight away (`spotify`, `spotify.always`).
 */
const platformCookie = /(?:^|;\s*)lynkify_platform=([\w-]{1,40})(\.always)?(?:;|$)/u;

const year = 31_536_000;

export interface Remembered {
  platform: string;
  always: boolean;
}

export function remembered(exchange: Exchange): Remembered | null {
  const cookies = exchange.request.headers.cookie;
  const [, platform, always] = (cookies === undefined ? null : platformCookie.exec(cookies)) ?? [];
  return platform === undefined ? null : { platform, always: always !== undefined };
}

/** The platform that this fan chose last on any page of this site. */
export function rememberedPlatform(exchange: Exchange): string | null {
  return remembered(exchange)?.platform ?? null;
}

/** What makes a browser remember a choice; null: forget it. */
export function remembering(site: Site, choice: Remembered | null): HeaderList {
  const secure = site.parts.environment.pagesUrl.startsWith('https:') ? '; Secure' : '';
  const value = choice === null ? '' : `${choice.platform}${choice.always ? '.always' : ''}`;
  return ['set-cookie', `lynkify_platform=${value}; Path=/; Max-Age=${choice === null ? 0 : year}; HttpOnly; SameSite=Lax${secure}`];
}

/** What of this fan a page may look different for. */
export function fanOf(site: Site, exchange: Exchange, asking: Asking): Fan {
  const { country, inApp } = site.parts.facts.surroundings(asking, exchange.now);
  const choice = remembered(exchange);
  return {
    platform: choice === null ? null : choice.platform,
    always: choice !== null && choice.always,
    country,
    language: languageOf(exchange),
    help: inApp?.help?.id ?? null,
  };
}
