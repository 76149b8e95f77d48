import { channelLabel, socialNetwork } from '@lynkify/domain';
import { platformName } from '@lynkify/platforms';
import type { KeyedCounts } from '../events/event-store.js';
import type { NamedCount } from './numbers.type.js';

const countries = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });
const devices: Readonly<Record<string, string>> = { phone: 'Phone', tablet: 'Tablet', desktop: 'Computer', other: 'Other' };
const audiences: Readonly<Record<string, string>> = { bot: 'Bots', preview: 'Link previews', prefetch: 'Prefetches', scanner: 'Link scanners' };

/** Gives keys their names for people. */
export function withNames(counts: readonly KeyedCounts[], nameOf: (key: string) => string, nameOfNone: string): NamedCount[] {
  return counts.map((count) => ({ ...count, name: count.key === null ? nameOfNone : nameOf(count.key) }));
}

export const channelName = channelLabel;
export const deviceName = (key: string) => devices[key] ?? key;
export const audienceName = (key: string) => audiences[key] ?? key;

export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code;
}

/** The name of what a click chose. @param links titles of bio page links by id */
export function targetName(target: string, links: ReadonlyMap<string, string>): string {
  const [kind, id = ''] = target.split(':');
  if (kind === 'link') return links.get(id) ?? 'A link that was removed';
  if (kind === 'social') return socialNetwork(id)?.label ?? id;
  return platformName(target);
}
