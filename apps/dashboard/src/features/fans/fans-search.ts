import { readDay } from '../../calendar.js';

/** Which fans the list shows, as it stands in the address. The names are those of the API's `FanFilter`. */
export interface FansSearch {
  search?: string;
  verified?: boolean;
  unsubscribed?: boolean;
  artistId?: string;
  releaseId?: string;
  channel?: string;
  country?: string;
  joinedFrom?: string;
  joinedTo?: string;
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

// The router reads `?search=123` as a number.
const text = (value: unknown, most: number) => {
  const read = typeof value === 'number' ? String(value) : value;
  return typeof read === 'string' && read.trim() !== '' ? read.slice(0, most) : undefined;
};
const truth = (value: unknown) => (typeof value === 'boolean' ? value : undefined);
const matching = (value: unknown, shape: RegExp) => (typeof value === 'string' && shape.test(value) ? value : undefined);

/** Reads an address that anyone may have typed; what is not understood is left out. */
export function readFansSearch(search: Record<string, unknown>): FansSearch {
  const days = [readDay(search['joinedFrom']), readDay(search['joinedTo'])] as const;
  const [from, to] = days[0] !== undefined && days[1] !== undefined && days[0] > days[1] ? [days[1], days[0]] : days;
  return onlySet({
    search: text(search['search'], 200),
    verified: truth(search['verified']),
    unsubscribed: truth(search['unsubscribed']),
    artistId: matching(search['artistId'], uuid),
    releaseId: matching(search['releaseId'], uuid),
    channel: matching(search['channel'], /^[a-z\d-]{1,40}$/u),
    country: matching(search['country'], /^[A-Z]{2}$/u),
    joinedFrom: from,
    joinedTo: to,
  });
}

/** The search with something changed; what becomes undefined leaves the address. */
export function withFilter(search: FansSearch, change: FansSearch): FansSearch {
  return onlySet({ ...search, ...change });
}

/** Whether anything at all narrows the list. */
export function isFiltered(search: FansSearch): boolean {
  return Object.keys(onlySet(search)).length > 0;
}

/** Where the CSV of exactly these fans is. */
export function csvPath(search: FansSearch): string {
  const query = new URLSearchParams(Object.entries(onlySet(search)).map(([name, value]) => [name, String(value)])).toString();
  return query === '' ? '/v1/fans.csv' : `/v1/fans.csv?${query}`;
}

function onlySet(search: FansSearch): FansSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ''));
}
