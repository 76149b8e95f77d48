import type { ReleaseType } from './published-page.js';

/** Every type of release, in the order in which a form offers them. */
export const releaseTypes = ['single', 'ep', 'album', 'live', 'mixtape', 'compilation', 'podcast-episode'] as const satisfies readonly ReleaseType[];

export const releaseTypeLabels: Readonly<Record<ReleaseType, string>> = {
  single: 'Single',
  ep: 'EP',
  album: 'Album',
  live: 'Live project',
  mixtape: 'Mixtape',
  compilation: 'Compilation',
  'podcast-episode': 'Podcast episode',
};

const otherWords: Readonly<Record<string, ReleaseType>> = {
  track: 'single', song: 'single', lp: 'album', 'live-album': 'live', 'live-project': 'live', episode: 'podcast-episode', podcast: 'podcast-episode',
};

/** The type that a word from a form, a spreadsheet or a service means, or null. */
export function parseReleaseType(text: string): ReleaseType | null {
  const word = text.trim().toLowerCase().replace(/[\s_-]+/gu, '-');
  return releaseTypes.find((type) => type === word) ?? (Object.hasOwn(otherWords, word) ? (otherWords[word] ?? null) : null);
}
