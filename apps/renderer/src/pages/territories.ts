import type { SmartLinkDocument } from '@lynkify/domain';
import { platformById } from '@lynkify/platforms';
import { BoundedMap } from '../visitors/bounded-map.js';

/** No country of this code exists: one in which none of the platforms with a list operates. */
const elsewhere = 'ZZ';

/** Countries in which a page's platforms stand alike are one. */
export interface Territories {
  /** Number of classes; 0 is the artist's own order, and where nobody knows where the fan is. */
  count: number;
  of: (country: string | null) => number;
  /** A country of the class; null for class 0. */
  country: (index: number) => string | null;
}

/** Many pages have the same platforms. What a page looks like by country follows from them alone. */
const known = new BoundedMap<string, { territories: Territories | null }>(2_000);

/** What of a page depends on where the fan is; null where nothing does. */
export function territoriesOf({ destinations, elsewhere: rule = 'sink' }: SmartLinkDocument): Territories | null {
  const key = `${rule} ${destinations.map(({ platform }) => platform).join(' ')}`;
  const found = known.get(key);
  if (found) return found.territories;
  const territories = classesOf(destinations.map(({ platform }) => platformById(platform)?.countries ?? null), rule);
  known.set(key, { territories });
  return territories;
}

/** `lists`: where each row's platform operates, null for everywhere. */
function classesOf(lists: readonly (readonly string[] | null)[], rule: 'sink' | 'hide'): Territories | null {
  const sets = lists.map((list) => (list === null ? null : new Set(list)));
  // What the page shows: the rows that are of use, in order, then the others unless they are left out.
  const formOf = (country: string) => {
    const useful = sets.map((set, row) => (set === null || set.has(country) ? row : -1)).filter((row) => row !== -1);
    const others = sets.map((_, row) => row).filter((row) => !useful.includes(row));
    return [...useful, ...(rule === 'sink' || useful.length === 0 ? others : [])].join(',');
  };
  const indexes = new Map<string, number>([[lists.map((_, row) => row).join(','), 0]]);
  const representatives: (string | null)[] = [null];
  const byCountry = new Map<string, number>();
  for (const country of [elsewhere, ...new Set(lists.flatMap((list) => list ?? []))]) {
    const form = formOf(country);
    const index = indexes.get(form) ?? indexes.size;
    if (index === indexes.size) {
      indexes.set(form, index);
      representatives.push(country);
    }
    byCountry.set(country, index);
  }
  if (indexes.size === 1) return null;
  const outside = byCountry.get(elsewhere) ?? 0;
  return {
    count: indexes.size,
    of: (country) => (country === null ? 0 : (byCountry.get(country) ?? outside)),
    country: (index) => representatives[index] ?? null,
  };
}
