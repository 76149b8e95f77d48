import { amazonCountry } from './catalogue/countries.js';
import { catalogue } from './catalogue/index.js';
import type { PlatformData } from './platform.js';
import { hostPrefixes, plainHost } from './plain-spelling.js';
import { compileShape, type CompiledShape } from './shape-pattern.js';

/** What a host of the catalogue holds. */
export class HostEntry {
  readonly shapes: CompiledShape[] = [];
  /** Shapes by a segment that their paths must have, and those that have no such segment; each in the order of asking. */
  private readonly byLiteral = new Map<string, readonly CompiledShape[]>();
  private general: readonly CompiledShape[] = [];
  /** Longer segments are names and numbers, which nobody has to look up. */
  private longest = 0;

  constructor(
    /** The platform that the host is named after; others may have shapes on it too. */
    public platform: PlatformData,
    /** A host of share links. */
    readonly short: boolean,
  ) {}

  /** Called once, when all shapes are there. */
  index(): void {
    // A shape that wants a parameter is narrower than one that does not: it is asked first.
    this.shapes.sort((one, other) => wants(one) - wants(other));
    this.general = this.shapes.filter(({ literal }) => literal === null);
    for (const { literal } of this.shapes) {
      if (literal === null) continue;
      this.longest = Math.max(this.longest, literal.length);
      this.byLiteral.set(literal, this.shapes.filter((shape) => shape.literal === null || shape.literal === literal));
    }
  }

  /** The shapes that a path may have, in the order of asking: two or three of them, where trying all would mean thirty. */
  candidates(path: string): readonly CompiledShape[] {
    let found: readonly CompiledShape[] | undefined;
    let more: Set<CompiledShape> | undefined;
    for (let from = 1; from <= path.length; ) {
      const slash = path.indexOf('/', from);
      const end = slash < 0 ? path.length : slash;
      const shapes = end - from > this.longest ? undefined : this.byLiteral.get(path.slice(from, end));
      if (shapes && shapes !== found) {
        if (found) {
          more ??= new Set(found);
          for (const shape of shapes) more.add(shape);
        } else found = shapes;
      }
      from = end + 1;
    }
    if (more) return this.shapes.filter((shape) => more.has(shape));
    return found ?? this.general;
  }
}

const wants = ({ required }: CompiledShape): number => (required === null ? 1 : 0);

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
    entry = new HostEntry(platform, short);
    map.set(key, entry);
  } else if (isHome(host, platform) && !isHome(host, entry.platform)) entry.platform = platform;
  return entry;
}

for (const data of catalogue) {
  const compiled = data.shapes.map((shape) => compileShape(data.id, data.origin, shape));
  for (const host of data.hosts) entryOf(host, data, false).shapes.push(...compiled.filter((shape) => shape.hosts?.includes(host) ?? true));
  for (const host of data.shortHosts ?? []) entryOf(host, data, true);
}
for (const entry of [...exact.values(), ...families.values()]) entry.index();

/** A host that the catalogue knows. */
export interface KnownHost {
  entry: HostEntry;
  /** Without what does not matter. */
  host: string;
  /** The country that it sells to, where it sells to one. */
  country: string | undefined;
}

// Hosts as they are pasted, so that the usual ones are found without being taken apart.
const asWritten = new Map<string, KnownHost>();
for (const [host, entry] of exact) {
  const known = { entry, host, country: amazonCountry(host) };
  for (const prefix of hostPrefixes) if (!exact.has(prefix + host)) asWritten.set(prefix + host, known);
  asWritten.set(host, known);
}

/** What the catalogue knows of a host, given in lower case. */
export function knownHost(hostname: string): KnownHost | undefined {
  const known = asWritten.get(hostname);
  if (known) return known;
  const host = plainHost(hostname);
  const entry = exact.get(host) ?? families.get(host.slice(host.indexOf('.') + 1));
  return entry && { entry, host, country: undefined };
}
