import { readFileSync } from 'node:fs';

/** A release that exists, with the addresses under which platforms have it. */
export interface RealRelease {
  id: string;
  title: string;
  /** Null where the source does not say. */
  artist: string | null;
  type: string;
  releaseDate?: string;
  upc?: string;
  urls: Readonly<Record<string, string>>;
}

/** Real releases with their real addresses, as they were seen in public sources. */
export const realReleases = JSON.parse(readFileSync(new URL('./real-releases.json', import.meta.url), 'utf8')) as RealRelease[];

/** @throws when there is none of this id */
export function realRelease(id: string): RealRelease & { artist: string } {
  const found = realReleases.find((release): release is RealRelease & { artist: string } => release.id === id && release.artist !== null);
  if (!found) throw new Error(`There is no real release ${id}.`);
  return found;
}
