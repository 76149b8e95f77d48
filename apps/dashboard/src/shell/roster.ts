import type { RosterArtist } from '../session/session.js';

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The artists whose name or handle holds what was typed; accents and case do not count. Names that start with it come first. */
export function rosterMatches<Artist extends Pick<RosterArtist, 'name' | 'handle'>>(artists: readonly Artist[], search: string): Artist[] {
  const wanted = plain(search.trim().replace(/^@/u, ''));
  if (wanted === '') return [...artists];
  const found = artists.filter(({ name, handle }) => plain(name).includes(wanted) || handle.includes(wanted));
  const starts = ({ name, handle }: Artist) => (plain(name).startsWith(wanted) || handle.startsWith(wanted) ? 0 : 1);
  return found.sort((a, b) => starts(a) - starts(b));
}
