import type { PageDisk } from './page-disk.js';
import type { ListedArtist } from './page-rows.js';

/** How far the search for artists without a bio page goes: some milliseconds in a store of any size. */
const mostSteps = 4_000;

/**
 * The artists of the instance: those whose bio pages were published last and, as far as there is room, those who have
 * smart links alone, each led to by the first of them. Leaps from handle to handle: how many pages each has costs nothing.
 */
export async function listedArtists(disk: PageDisk, most: number): Promise<ListedArtist[]> {
  const artists = await disk.newestArtists(most);
  const known = new Set(artists.map(({ handle }) => handle));
  let from = '/';
  for (let step = 0; step < mostSteps && artists.length < most; step += 1) {
    const page = await disk.firstFrom(from);
    if (!page) break;
    const { path, kind, listed } = page;
    const handle = path.split('/')[1] ?? '';
    const isLink = kind === 'smart-link' && listed;
    if (isLink && !known.has(handle)) {
      const document = (await disk.read(path))?.document;
      if (document?.kind === 'smart-link') artists.push({ handle, name: document.artist.name, portrait: document.artwork, href: path });
      known.add(handle);
    }
    // "0" is the next character after "/": behind every page of this artist.
    from = isLink ? `/${handle}0` : `${path}\u0000`;
  }
  return artists;
}
