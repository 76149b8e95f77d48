import { accept, cleanText, gs1CheckDigit, parseIsrc, parseReleaseType, parseSlug, parseText, parseTitle, parseUpc, refuse, type Refusal, type ReleaseType, type Result } from '@lynkify/domain';
import { recognise } from '@lynkify/platforms';
import type { FoundRelease } from '../lookups/lookup.js';
import { factsOf } from '../matching/found-facts.js';
import type { ColumnRole } from './csv/columns.js';
import { readCatalogueDate, type DateOrder } from './csv/read-dates.js';

/** One release as a catalogue tells it, every value in the form in which it is stored. */
export interface CatalogueLine {
  title: string;
  /** The credit as it is printed, or a handle; empty when the line names nobody. */
  artist: string;
  type: ReleaseType | null;
  releaseDate: string | null;
  upc: string | null;
  label: string;
  slug: string | null;
  /** Canonical addresses, in order. */
  links: string[];
  tracks: readonly { title: string; isrc: string | null; durationMs: number | null }[];
  /** Whether these are all tracks of the release; a line of a file has one of them. */
  wholeTrackList: boolean;
  /** What was left out or corrected, for the report. */
  notes: string[];
}

/** What a line of a file says before anybody asks whether it makes sense. */
export type LineTexts = Record<Exclude<ColumnRole, 'link' | 'ignored'>, string> & { links: string[] };

export function lineTexts(cells: readonly string[], roles: readonly ColumnRole[]): LineTexts {
  const texts: LineTexts = { title: '', artist: '', type: '', date: '', upc: '', isrc: '', track: '', label: '', slug: '', links: [] };
  for (const [index, role] of roles.entries()) {
    const cell = cells[index] ?? '';
    if (role === 'link') texts.links.push(...cell.split(/[\s|]+|[,;](?=\s*https?:|\s|$)/u).filter((link) => link !== ''));
    else if (role !== 'ignored') texts[role] = cell;
  }
  return texts;
}

/** Links that are read of one line; more would be a page of links, not a release. */
const mostLinks = 60;

/** A line of a file as a release, or all reasons why it is none. */
export function readLine(texts: LineTexts, dateOrder: DateOrder): Result<CatalogueLine> {
  const errors: Refusal[] = [];
  const take = <T>(result: Result<T>, otherwise: T): T => {
    if (result.ok) return result.value;
    errors.push(...result.errors);
    return otherwise;
  };
  const notes: string[] = [];
  const title = take(parseTitle(texts.title), '');
  const type = texts.type.trim() === '' ? null : parseReleaseType(texts.type);
  if (texts.type.trim() !== '' && type === null) notes.push(`“${cleanText(texts.type).slice(0, 40)}” is no type of release; it was left out.`);
  const tracks: { title: string; isrc: string | null; durationMs: null }[] = [];
  const line: CatalogueLine = {
    title,
    artist: take(parseText(texts.artist, 'artist', { min: 0, max: 200 }), ''),
    type,
    releaseDate: take(readCatalogueDate(texts.date, dateOrder), null),
    upc: take(readUpc(texts.upc, notes), null),
    label: take(parseText(texts.label, 'label', { min: 0, max: 200 }), ''),
    slug: texts.slug.trim() === '' ? null : take(parseSlug(texts.slug), null),
    links: readLinks(texts.links, notes),
    tracks,
    wholeTrackList: false,
    notes,
  };
  const isrc = texts.isrc.trim() === '' ? null : take(parseIsrc(texts.isrc), null);
  const track = texts.track.trim() === '' ? null : take(parseText(texts.track, 'track'), null);
  if (track !== null) tracks.push({ title: track, isrc, durationMs: null });
  // Without a title of its own it is the recording of a single; of an album nobody knows which one.
  else if (isrc !== null && (type === null || type === 'single')) tracks.push({ title, isrc, durationMs: null });
  else if (isrc !== null) notes.push('The ISRC was left out: say in a column of its own which track it is of.');
  return errors.length > 0 ? { ok: false, errors } : accept(line);
}

/** A barcode as spreadsheets leave it: with `.0`, without the zeros in front, or cut down to a power of ten. */
function readUpc(text: string, notes: string[]): Result<string | null> {
  const typed = text.trim().replace(/^'/u, '').replace(/[.,]0+$/u, '');
  if (typed === '') return accept(null);
  if (/^\d(?:[.,]\d+)?e\+?\d+$/iu.test(typed)) return refuse('UPC_INVALID', ['upc'], `Your spreadsheet program cut the UPC down to “${typed.slice(0, 20)}”. Format the column as text and put the digits back.`);
  if (/^\d{8,11}$/u.test(typed)) {
    const padded = typed.padStart(12, '0');
    if (Number(padded.at(-1)) === gs1CheckDigit(padded.slice(0, -1))) {
      notes.push(`The UPC got its zeros back: ${padded}.`);
      return accept(padded);
    }
  }
  const upc = parseUpc(typed);
  return upc.ok ? accept(upc.value.code) : upc;
}

function readLinks(texts: readonly string[], notes: string[]): string[] {
  const links = new Set<string>();
  for (const text of texts.slice(0, mostLinks)) {
    const found = recognise(text);
    if (found.status === 'recognised') links.add(found.url);
    else notes.push(`“${text.slice(0, 80)}${text.length > 80 ? '…' : ''}” was left out: ${found.reason.message}`);
  }
  if (texts.length > mostLinks) notes.push(`Only the first ${mostLinks} links were read.`);
  return [...links];
}

/** What a service says of a release, as a line of a catalogue. */
export function lineOfFound(found: FoundRelease): Result<CatalogueLine> {
  const { title: said, artist, type, releaseDate, upc, label, tracks } = factsOf(found);
  const title = parseTitle(said);
  if (!title.ok) return title;
  const links = readLinks(found.links.map(({ url }) => url), []);
  return accept({ title: title.value, artist, type, releaseDate, upc, label, slug: null, links, tracks, wholeTrackList: true, notes: [] });
}
