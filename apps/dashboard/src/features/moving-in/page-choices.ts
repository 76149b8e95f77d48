import type { FoundPage } from './page-query.js';

export type Target = 'new' | 'existing' | 'bio-page';

/** Where what a page holds belongs: an artist's page of many links on the bio page, the rest on a release. */
export function targetOf({ subject, links }: Pick<FoundPage, 'subject' | 'links'>, into: string | null): Target {
  if (into !== null) return 'existing';
  return subject === 'ARTIST' || destinationsOf({ links }).length === 0 ? 'bio-page' : 'new';
}

/** What of a page can be a destination, in its order. */
export function destinationsOf({ links }: Pick<FoundPage, 'links'>) {
  return links.flatMap(({ url, status, platform, platformName }) => (url !== null && platform !== null && status !== 'NOT_UNDERSTOOD' && status !== 'DUPLICATE' ? [{ url, platform, name: platformName ?? platform }] : []));
}

/** What of a page can stand on a bio page: links with their words, and profiles for the row of marks. */
export function bioLinksOf({ links, otherLinks }: Pick<FoundPage, 'links' | 'otherLinks'>) {
  const destinations = destinationsOf({ links }).map(({ url, name, platform }) => ({ url, title: name, platform, social: false }));
  const others = otherLinks.map(({ url, title, network, kind }) => ({ url, title: title === '' ? hostOf(url) : title, platform: network, social: kind !== 'OTHER' }));
  return [...destinations, ...others];
}

function hostOf(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/u, '').replace(/[/?#].*$/u, '');
}
