import { platformName } from '@lynkify/platforms';
import { type Finding, missing, unclear, works } from './finding.js';
import type { Watched } from './read-page.js';

interface Provider {
  /** Where the registry (https://oembed.com/providers.json) or the platform's own documentation has it. */
  endpoint: string;
  /** Addresses that it answers for. */
  like: RegExp;
  /** The address as it knows it. */
  as?: (url: string) => string;
}

const spotify: Provider = { endpoint: 'https://open.spotify.com/oembed', like: /^https:\/\/open\.spotify\.com\/(?:album|track|playlist|episode|show)\//u };
const youtube: Provider = {
  endpoint: 'https://www.youtube.com/oembed?format=json',
  like: /^https:\/\/(?:www|music)\.youtube\.com\/(?:watch\?|playlist\?)/u,
  as: (url) => url.replace('//music.', '//www.'),
};

/** Platforms whose own pages are drawn by a script that answers 200 to everything, or that ask programs to come this way. */
const providers: Readonly<Record<string, Provider>> = {
  spotify,
  spotify_podcast: spotify,
  youtube,
  youtube_music: youtube,
  youtube_podcast: youtube,
  soundcloud: { endpoint: 'https://soundcloud.com/oembed?format=json', like: /^https:\/\/soundcloud\.com\/[^/]+\/[^/]+/u },
  mixcloud: { endpoint: 'https://app.mixcloud.com/oembed/?format=json', like: /^https:\/\/www\.mixcloud\.com\/[^/]+\/[^/]+/u },
  audiomack: { endpoint: 'https://audiomack.com/oembed', like: /^https:\/\/audiomack\.com\/[^/]+\/(?:album|song|playlist)\//u },
  vimeo: { endpoint: 'https://vimeo.com/api/oembed.json', like: /^https:\/\/vimeo\.com\/\d+/u },
};

/** Where oEmbed is asked about this address; null where there is none for it. */
export function oembedUrl({ platform, url }: Watched): string | null {
  const provider = providers[platform];
  if (!provider?.like.test(url)) return null;
  const asked = new URL(provider.endpoint);
  asked.searchParams.set('url', provider.as?.(url) ?? url);
  return asked.href;
}

/** What an oEmbed answer says of the address. Statuses: https://oembed.com/#section2.3 (2.3.4.3). */
export function readOembed({ platform }: Watched, { status, text }: { status: number; text: string }): Finding {
  const name = platformName(platform);
  if (status === 404 || status === 410) return missing(`${name} knows no such page (${status}).`);
  if (status >= 200 && status < 300) return isOembed(text) ? works : unclear(`${name} answered something that cannot be read.`);
  // Private, or not to be embedded: a fan may see it or not.
  if (status === 401 || status === 403) return unclear(`${name} does not show this to a program (${status}).`);
  if (status === 429) return unclear(`${name} was asked too often by this server (429).`);
  return unclear(status >= 500 ? `${name} has trouble of its own (${status}).` : `${name} answered ${status}, which says nothing about the page.`);
}

function isOembed(text: string): boolean {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null && ('type' in answer || 'html' in answer || 'title' in answer);
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
