import { readFileSync } from 'node:fs';

/** A release that exists, with the addresses under which platforms have it. */
export interface RealRelease {
  id: string;
  title: string;
  artist: string;
  type: string;
  releaseDate?: string;
  upc?: string;
  urls: Readonly<Record<string, string>>;
}

export const realReleases = JSON.parse(readFileSync(new URL('./real-releases.json', import.meta.url), 'utf8')) as RealRelease[];

/** @throws when there is none of this id */
export function realRelease(id: string): RealRelease {
  const found = realReleases.find((release) => release.id === id);
  if (!found) throw new Error(`There is no real release ${id}.`);
  return found;
}
