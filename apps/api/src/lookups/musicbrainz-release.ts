import type { ReleaseType } from '@lynkify/domain';
import { canonicalLinks, emptyRelease, readIsrc, readUpc, wholeDate } from './found.js';
import type { FoundBy, FoundRelease, FoundTrack } from './lookup.js';
import { at, idAt, listAt, numberAt, textAt } from './read-json.js';

/** What of a release is asked for. */
export const releaseIncludes = 'url-rels+recordings+isrcs+artist-credits+labels+release-groups';

const relationTypes: ReadonlySet<string> = new Set(['streaming', 'free streaming', 'purchase for download', 'download for free']);
const primaryTypes: Readonly<Record<string, ReleaseType>> = { Single: 'single', EP: 'ep', Album: 'album' };
const secondaryTypes: Readonly<Record<string, ReleaseType>> = { Live: 'live', Compilation: 'compilation', 'Mixtape/Street': 'mixtape' };

export function readRelease(row: unknown, by: FoundBy): FoundRelease | null {
  const id = idAt(row, 'id');
  const title = textAt(row, 'title');
  if (id === null || title === null) return null;
  return {
    ...emptyRelease({ service: 'musicbrainz', id, by, title, artist: creditOf(row) }),
    type: typeOf(at(row, 'release-group')),
    releaseDate: wholeDate(textAt(row, 'date')),
    upc: readUpc(textAt(row, 'barcode')),
    label: listAt(row, 'label-info').map((each) => textAt(each, 'label', 'name')).find((name) => name !== null) ?? null,
    country: readCountry(textAt(row, 'country')),
    artworkUrl: at(row, 'cover-art-archive', 'front') === true ? `https://coverartarchive.org/release/${id}/front-1200` : null,
    tracks: listAt(row, 'media').flatMap((medium) => listAt(medium, 'tracks')).map(readTrack).filter((track) => track !== null).map((track, index) => ({ ...track, position: index + 1 })),
    links: canonicalLinks(listAt(row, 'relations').filter(isCurrentPage).map((relation) => textAt(relation, 'url', 'resource'))),
  };
}

/** Of the editions of one release the one that says most about where it can be heard. */
export function bestOfGroup(editions: readonly FoundRelease[]): FoundRelease | null {
  const worth = ({ links, upc, tracks }: FoundRelease) => links.length * 4 + (upc === null ? 0 : 2) + (tracks.some(({ isrc }) => isrc !== null) ? 1 : 0);
  return editions.reduce<FoundRelease | null>((best, each) => {
    if (best === null || worth(each) > worth(best)) return each;
    return worth(each) === worth(best) && (each.releaseDate ?? '9') < (best.releaseDate ?? '9') ? each : best;
  }, null);
}

/** The credit as it is printed: names, and what stands between them. */
function creditOf(row: unknown): string {
  return listAt(row, 'artist-credit').map((credit) => `${textAt(credit, 'name') ?? ''}${joinOf(credit)}`).join('').trim();
}

function joinOf(credit: unknown): string {
  const phrase = at(credit, 'joinphrase');
  return typeof phrase === 'string' ? phrase.replace(/\p{Cc}+/gu, ' ').slice(0, 50) : '';
}

function typeOf(group: unknown): ReleaseType | null {
  for (const name of listAt(group, 'secondary-types')) if (typeof name === 'string' && secondaryTypes[name]) return secondaryTypes[name];
  return primaryTypes[textAt(group, 'primary-type') ?? ''] ?? null;
}

/** XW and XE stand for the world and Europe. */
const readCountry = (text: string | null) => (text !== null && /^[A-Z]{2}$/u.test(text) && !text.startsWith('X') ? text : null);

const isCurrentPage = (relation: unknown) => relationTypes.has(textAt(relation, 'type') ?? '') && at(relation, 'ended') !== true;

function readTrack(row: unknown): FoundTrack | null {
  const title = textAt(row, 'title') ?? textAt(row, 'recording', 'title');
  const [isrc] = listAt(row, 'recording', 'isrcs');
  return title === null ? null : { position: 0, title, isrc: typeof isrc === 'string' ? readIsrc(isrc) : null, durationMs: numberAt(row, 'length') ?? numberAt(row, 'recording', 'length'), previewUrl: null };
}
