import { appIntent } from '@lynkify/platforms';
import { Head } from '../answers/head.js';
import type { HeaderList } from '../answers/headers.js';
import type { Way } from '../pages/ways.js';
import type { Site } from '../site.js';
import { remembering } from './remembered.js';

const heads = new WeakMap<Way, Head>();
const intentHeads = new WeakMap<Way, Head | 'none'>();
const rememberings = new Map<string, HeaderList>();

/** Where a way leads, as it is answered. */
export function headOf(site: Site, way: Way): Head {
  const known = heads.get(way);
  if (known) return known;
  const made = redirectTo(site, way.location);
  heads.set(way, made);
  return made;
}

/** The stored address as an Android intent; null where no app takes it over. */
export function intentHeadOf(site: Site, way: Way): Head | null {
  const known = intentHeads.get(way);
  if (known) return known === 'none' ? null : known;
  const intent = way.platform === null ? null : appIntent(way.platform, way.location);
  const made = intent === null ? null : redirectTo(site, intent);
  intentHeads.set(way, made ?? 'none');
  return made;
}

function redirectTo(site: Site, location: string): Head {
  return new Head(302, [...site.closedHeaders, 'location', location, 'content-length', '0', 'cache-control', 'no-store', 'x-robots-tag', 'noindex']);
}

/** What makes a browser remember the platform of a click; made once for each. */
export function rememberingOf(site: Site, platform: string): HeaderList {
  const known = rememberings.get(platform);
  if (known) return known;
  const made = remembering(site, { platform, always: false });
  rememberings.set(platform, made);
  return made;
}
