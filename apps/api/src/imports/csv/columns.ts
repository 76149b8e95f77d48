import { parseIsrc, parseReleaseType, parseUpc } from '@lynkify/domain';
import { platforms, recogniseAny } from '@lynkify/platforms';
import { readCatalogueDate } from './read-dates.js';

/** What a column of a catalogue can be. `link` may be several columns; every other one at most one. */
export const columnRoles = ['title', 'artist', 'type', 'date', 'upc', 'isrc', 'track', 'label', 'slug', 'link', 'ignored'] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** How catalogues of labels, distributors and spreadsheets head these columns, as `plain` writes it. */
const headings: Readonly<Record<Exclude<ColumnRole, 'link' | 'ignored'>, readonly string[]>> = {
  title: ['title', 'releasetitle', 'release', 'releasename', 'albumtitle', 'album', 'albumname', 'productname', 'producttitle', 'name', 'titel', 'titre', 'titulo', 'titolo', 'collection'],
  artist: ['artist', 'artists', 'artistname', 'releaseartist', 'albumartist', 'primaryartist', 'primaryartists', 'mainartist', 'artistcredit', 'displayartist', 'interpret', 'kunstler', 'kuenstler', 'artiste', 'artista', 'band', 'handle', 'artisthandle'],
  type: ['type', 'releasetype', 'producttype', 'format', 'configuration', 'typ', 'tipo', 'albumtype', 'recordtype'],
  date: ['date', 'releasedate', 'originalreleasedate', 'digitalreleasedate', 'streetdate', 'golivedate', 'livedate', 'releaseday', 'released', 'datum', 'erscheinungsdatum', 'veroffentlichungsdatum', 'datedesortie', 'fecha', 'fechadelanzamiento', 'data', 'dataduscita'],
  upc: ['upc', 'ean', 'gtin', 'barcode', 'upcean', 'eanupc', 'upccode', 'eancode', 'productcode', 'releaseupc', 'albumupc', 'productupc', 'strichcode', 'upceangtin', 'icpn'],
  isrc: ['isrc', 'isrccode', 'trackisrc', 'recordingisrc'],
  track: ['track', 'tracktitle', 'trackname', 'song', 'songtitle', 'songname', 'recordingtitle'],
  label: ['label', 'labelname', 'recordlabel', 'imprint', 'sublabel', 'publisher', 'sello', 'etichetta'],
  slug: ['slug', 'vanity', 'vanityname'],
};

const linkHeadings = /^(?:url|urls|link|links|adresse|website|(?:.*)(?:url|link|links))$/;
const platformHeadings: ReadonlySet<string> = new Set(platforms.flatMap(({ id, name }) => [plain(id), plain(name)]));

/** A heading without case, accents, spaces and signs. */
function plain(heading: string): string {
  return heading.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function roleOfHeading(heading: string): ColumnRole | null {
  const word = plain(heading);
  if (word === '') return null;
  for (const role of Object.keys(headings) as (keyof typeof headings)[]) if (headings[role].includes(word)) return role;
  // "Spotify", "Spotify URL", "Apple Music Link", "iTunes".
  const stem = word.replace(/(?:url|uri|link|links|album|id)$/u, '');
  if (platformHeadings.has(word) || platformHeadings.has(stem) || linkHeadings.test(word)) return 'link';
  return null;
}

/** What the cells of a column are, where their form tells. */
function roleOfCells(cells: readonly string[]): ColumnRole | null {
  const filled = cells.filter((cell) => cell !== '').slice(0, 50);
  if (filled.length === 0) return null;
  const mostly = (is: (cell: string) => boolean) => filled.filter(is).length * 2 > filled.length;
  if (mostly((cell) => recogniseAny(cell).status === 'recognised')) return 'link';
  if (mostly((cell) => parseUpc(cell).ok)) return 'upc';
  if (mostly((cell) => parseIsrc(cell).ok)) return 'isrc';
  if (mostly((cell) => /\d/u.test(cell) && cell.length >= 8 && readCatalogueDate(cell, 'DMY').ok)) return 'date';
  if (mostly((cell) => parseReleaseType(cell) !== null)) return 'type';
  return null;
}

export interface GuessedColumns {
  /** Whether the first row names the columns. */
  hasHeadings: boolean;
  headings: string[];
  roles: ColumnRole[];
}

/**
 * What each column is: by its heading, else by what its cells look like. A first row of which nothing reads like a heading
 * is a release already.
 */
export function guessColumns(rows: readonly (readonly string[])[]): GuessedColumns {
  const [first = []] = rows;
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const byHeading = Array.from({ length: width }, (_, index) => roleOfHeading(first[index] ?? ''));
  const hasHeadings = byHeading.some((role) => role !== null) && !first.some((cell) => parseUpc(cell).ok || /^https?:/iu.test(cell));
  const body = hasHeadings ? rows.slice(1) : rows;
  const roles: ColumnRole[] = [];
  const taken = new Set<ColumnRole>();
  for (let index = 0; index < width; index += 1) {
    const guess = (hasHeadings ? byHeading[index] : null) ?? roleOfCells(body.slice(0, 200).map((row) => row[index] ?? ''));
    const role = guess !== null && guess !== undefined && (guess === 'link' || !taken.has(guess)) ? guess : 'ignored';
    if (role !== 'ignored') taken.add(role);
    roles.push(role);
  }
  return { hasHeadings, headings: Array.from({ length: width }, (_, index) => (hasHeadings ? (first[index] ?? '') : '')), roles };
}

/** Whether these roles say what each of so many columns is: one for each, none but links twice, and a title. */
export function rolesProblem(roles: readonly ColumnRole[], width: number): string | null {
  if (roles.length !== width) return `Say of each of the ${width} columns what it is.`;
  const twice = columnRoles.find((role) => role !== 'link' && role !== 'ignored' && roles.filter((each) => each === role).length > 1);
  if (twice) return `Two columns are the ${twice}. Choose one of them, and leave the other out.`;
  if (!roles.includes('title')) return 'Say which column is the title.';
  return null;
}
