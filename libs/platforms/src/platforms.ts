import { catalogue } from './catalogue/index.js';
import { marks } from './marks.generated.js';
import type { ActionLabel, PlatformData, PlatformKind } from './platform.js';

/** A platform's sign: path data on a grid of `markGrid`, or one or two letters of its name where no mark is free to use. */
export type PlatformMark = { path: string } | { letters: string };

/** A place where the music is. */
export interface Platform {
  id: string;
  /** As the platform writes it. */
  name: string;
  kind: PlatformKind;
  /** The word on its button. */
  action: ActionLabel;
  /** Brand colour, `#rrggbb`. */
  colour: string;
  mark: PlatformMark;
  /** ISO 3166-1 alpha-2 of where it operates; null: most of the world. */
  countries: readonly string[] | null;
}

/** The letters that stand for a name: its first two words' initials, or its first two letters. */
export function monogram(name: string): string {
  const names = name.replace(/[^\p{L}\p{N} ]/gu, '').split(' ').filter((part) => part !== '');
  const [first = '', second] = names;
  return (second === undefined ? first.slice(0, 2) : first.charAt(0) + second.charAt(0)).toUpperCase();
}

function toPlatform(data: PlatformData): Platform {
  const path = Object.hasOwn(marks, data.id) ? marks[data.id] : undefined;
  return {
    id: data.id, name: data.name, kind: data.kind, action: data.action, colour: data.colour,
    mark: path === undefined ? { letters: monogram(data.name) } : { path },
    countries: data.countries ?? null,
  };
}

/** Every platform, in the default order of a page's buttons (by popularity). */
export const platforms: readonly Platform[] = catalogue.map(toPlatform);

const byId: ReadonlyMap<string, Platform> = new Map(platforms.map((platform) => [platform.id, platform]));
const order: ReadonlyMap<string, number> = new Map(platforms.map((platform, index) => [platform.id, index]));

/** The platform with this id, or null. */
export function platformById(id: string): Platform | null {
  return byId.get(id) ?? null;
}

/** A platform's name for people; an id that is not in the catalogue stands for itself. */
export function platformName(id: string): string {
  return byId.get(id)?.name ?? id;
}

/** Where a platform stands in the default order; what is not in the catalogue comes last. */
export function platformRank(id: string): number {
  return order.get(id) ?? order.size;
}

const apps = new Map(catalogue.map((data) => [data.id, data.apps ?? []]));

/** The address that opens a canonical URL in the platform's own app, or null where none is known. */
export function appLink(platform: string, url: string): string | null {
  for (const { from, to } of apps.get(platform) ?? []) if (from.test(url)) return url.replace(from, to);
  return null;
}
