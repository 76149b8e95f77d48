import { catalogue } from './catalogue/index.js';
import { marks } from './marks.generated.js';
import type { ActionLabel, BeforeLabel, PlatformData, PlatformKind } from './platform.js';

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
  /** What its pages offer before a release is out; null: nothing that is known. */
  before: BeforeLabel | null;
  /** Brand colour, `#rrggbb`. */
  colour: string;
  mark: PlatformMark;
  /** ISO 3166-1 alpha-2 of where it operates; null: nearly everywhere, or nobody says. */
  countries: readonly string[] | null;
  /** It operates nearly everywhere. False with no `countries`: not everywhere, and no list is at hand. */
  worldwide: boolean;
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
    id: data.id, name: data.name, kind: data.kind, action: data.action, before: data.before ?? null, colour: data.colour,
    mark: path === undefined ? { letters: monogram(data.name) } : { path },
    countries: typeof data.territories === 'string' ? null : data.territories,
    worldwide: data.territories === 'worldwide',
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

/** How a link gets into a platform's own app. */
export interface AppLink {
  /** `scheme`: the app's own address, which fails where the app is missing. `universal`: the web address, which the app takes over where it is installed. */
  kind: 'scheme' | 'universal';
  url: string;
}

const dataById = new Map(catalogue.map((data) => [data.id, data]));

/** What opens a canonical URL in the platform's own app: the app's own scheme where it has one for this page, else the URL where the app takes it over, else null. */
export function appLink(platform: string, url: string): AppLink | null {
  const data = dataById.get(platform);
  for (const { from, to } of data?.apps ?? []) if (from.test(url)) return { kind: 'scheme', url: url.replace(from, to) };
  return appTakesOver(platform, url) ? { kind: 'universal', url } : null;
}

/** Whether a platform's app opens its web addresses by itself where it is installed (universal links, Android App Links). */
export function appTakesOver(platform: string, url: string): boolean {
  const data = dataById.get(platform);
  return data?.universal === true && isOf(data.hosts, url);
}

function isOf(hosts: readonly string[], url: string): boolean {
  const host = /^https:\/\/(?:www\.)?([^/?#]+)/u.exec(url)?.[1];
  return host !== undefined && (hosts.includes(host) || hosts.includes(`*.${host.slice(host.indexOf('.') + 1)}`));
}
