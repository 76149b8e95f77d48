import { catalogue } from './catalogue/index.js';
import type { PlatformData } from './platform.js';
import { compileShape, type CompiledShape } from './shape-pattern.js';

/** What a host of the catalogue holds. */
export interface HostEntry {
  /** The platform that the host is named after; others may have shapes on it too. */
  platform: PlatformData;
  shapes: CompiledShape[];
  hashRoutes: boolean;
  /** A host of share links. */
  short: boolean;
}

const exact = new Map<string, HostEntry>();
const families = new Map<string, HostEntry>();

/** Whether the platform's own addresses are on this host, and not only some of its links. */
function isHome(host: string, { origin }: PlatformData): boolean {
  const home = origin.replace('{host}', host).replace(/^https:\/\/(?:www\.)?/, '');
  return home === host;
}

function entryOf(host: string, platform: PlatformData, short: boolean): HostEntry {
  const [map, key] = host.startsWith('*.') ? [families, host.slice(2)] : [exact, host];
  let entry = map.get(key);
  if (!entry) {
    entry = { platform, shapes: [], hashRoutes: platform.hashRoutes === true, short };
    map.set(key, entry);
  } else if (isHome(host, platform) && !isHome(host, entry.platform)) entry.platform = platform;
  return entry;
}

for (const data of catalogue) {
  const compiled = data.shapes.map((shape) => compileShape(data.id, data.origin, shape));
  for (const host of data.hosts) {
    const entry = entryOf(host, data, false);
    entry.shapes.push(...compiled.filter(({ shape }) => shape.hosts?.includes(host) ?? true));
  }
  for (const host of data.shortHosts ?? []) entryOf(host, data, true);
}

// A shape that wants a parameter is narrower than one that does not: it is asked first.
const wants = ({ query }: CompiledShape): number => (query.some(([, rule]) => rule.required) ? 0 : 1);
for (const { shapes } of [...exact.values(), ...families.values()]) shapes.sort((one, other) => wants(one) - wants(other));

/** What the catalogue knows of a host, given without `www.` and `m.`. */
export function hostEntry(host: string): HostEntry | undefined {
  return exact.get(host) ?? families.get(host.slice(host.indexOf('.') + 1));
}
