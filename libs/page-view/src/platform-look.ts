import type { Mark } from './page-view.js';

/** The first letters of a name's first two words: what stands for a mark that is not known. */
export function monogram(name: string): string {
  const words = name.split(/[\s.:-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const letters = words.slice(0, 2).map((word) => [...word.replace(/[^\p{L}\p{N}]/gu, '')][0] ?? '').join('');
  return letters === '' ? '•' : letters.toUpperCase();
}

export interface PlatformLook {
  name: string;
  kind: 'stream' | 'store' | 'video' | 'podcast';
  action: string;
  colour: string;
  mark: Mark;
}

/** How a platform looks; one that the catalogue no longer has stands for itself. */
export function platformLook(id: string): PlatformLook {
  const name = id.split(/[_-]/u).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  return { name, kind: 'stream', action: 'Play', colour: '#555555', mark: { letters: monogram(name) } };
}
