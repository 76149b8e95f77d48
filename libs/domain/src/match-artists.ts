import { compareKey, foldWords } from './title-key.js';

/** How two credits stand to each other. `part`: all of one are in the other, the first named among them. */
export type ArtistOutcome = 'same' | 'part' | 'some' | 'different';

const separators = /\s*[,;/|、・]\s*|\s+(?:feat\.?|ft\.?|featuring|with|vs\.?|versus|presents|pres\.?)\s+|\s+[x×]\s+|\s*[&+＋]\s*|\s+(?:and|und|et|y|e)\s+/giu;

/** The names of a credit in the form in which they are compared, each once. A comma inside a name splits it in every credit alike. */
export function artistKeys(credit: string): string[] {
  const names = credit
    .slice(0, 400)
    .replace(/[([](?:feat\.?|ft\.?|featuring|with)\s+([^)\]]*)[)\]]/giu, ', $1')
    .split(separators)
    .map(nameKey)
    .filter((key) => key !== '');
  return [...new Set(names)];
}

function nameKey(name: string): string {
  const words = foldWords(name);
  if (/^(?:va|various|various artists|verschiedene interpreten|varios artistas|artistes divers)$/u.test(words)) return 'variousartists';
  // "Killers, The" was split at its comma: an article alone is no name.
  if (words === 'the') return '';
  return compareKey(words === '' ? name : words.replace(/^the (?=\S)/u, ''));
}

/**
 * Compares two credits, whatever the order, the signs between the names and a leading "The". Guests that a service names
 * in the title instead belong to its credit: pass them as further names.
 */
export function compareArtists(a: string, b: string, guests: { a?: readonly string[]; b?: readonly string[] } = {}): ArtistOutcome {
  if (compareKey(a) !== '' && compareKey(a) === compareKey(b)) return 'same';
  const left = artistKeys([a, ...(guests.a ?? [])].join(', '));
  const right = artistKeys([b, ...(guests.b ?? [])].join(', '));
  if (left.length === 0 || right.length === 0) return 'different';
  const shared = left.filter((key) => right.includes(key));
  if (shared.length === left.length && shared.length === right.length) return 'same';
  const leads = [artistKeys(a)[0], artistKeys(b)[0]].filter((key) => key !== undefined);
  if ((shared.length === left.length || shared.length === right.length) && leads.some((key) => shared.includes(key))) return 'part';
  return shared.length > 0 ? 'some' : 'different';
}
