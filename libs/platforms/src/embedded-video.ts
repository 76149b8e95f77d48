import { recognise } from './recognise.js';

/** A video that a page may show by its provider's player. */
export interface EmbeddedVideo {
  provider: 'youtube' | 'vimeo';
  /** The provider's own id; of an unlisted Vimeo video with its key, `id/key`. */
  id: string;
  /** Canonical address of its own page. */
  url: string;
}

/** The video that an address of YouTube or Vimeo leads to, in any of its spellings; null for anything else. */
export function embeddedVideo(text: string): EmbeddedVideo | null {
  const found = recognise(text);
  if (found.status !== 'recognised' || found.short) return null;
  const [, youtube] = /^https:\/\/(?:www|music)\.youtube\.com\/watch\?v=([\w-]{11})(?:&.*)?$/u.exec(found.url) ?? [];
  if (youtube !== undefined) return { provider: 'youtube', id: youtube, url: `https://www.youtube.com/watch?v=${youtube}` };
  const [, vimeo] = /^https:\/\/vimeo\.com\/(\d{1,20}(?:\/[0-9a-f]{8,12})?)$/u.exec(found.url) ?? [];
  return vimeo === undefined ? null : { provider: 'vimeo', id: vimeo, url: found.url };
}

/** Where the players are framed from. */
export const playerOrigins = { youtube: 'https://www.youtube-nocookie.com', vimeo: 'https://player.vimeo.com' } as const;

/** The address of a video's player, which begins at once: it is only loaded once somebody asked for it. Null for an id that is none. */
export function playerUrl({ provider, id }: Pick<EmbeddedVideo, 'provider' | 'id'>): string | null {
  if (provider === 'youtube') return /^[\w-]{11}$/u.test(id) ? `${playerOrigins.youtube}/embed/${id}?autoplay=1&rel=0&playsinline=1` : null;
  const [, number, key] = /^(\d{1,20})(?:\/([0-9a-f]{8,12}))?$/u.exec(id) ?? [];
  return number === undefined ? null : `${playerOrigins.vimeo}/video/${number}?${key === undefined ? '' : `h=${key}&`}autoplay=1&dnt=1`;
}
