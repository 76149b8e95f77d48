import { amazonCountry } from './catalogue/countries.js';
import { catalogue } from './catalogue/index.js';
import type { PlatformData } from './platform.js';
import { hostPrefixes, plainHost } from './plain-spelling.js';
import { compileShape, type CompiledShape } from './shape-pattern.js';
import { TextTable } from './text-table.js';

/** Segments of a path that are looked at; the longest that any platform has are ten. */
const mostSegments = 16;

/** What a host of the catalogue holds. */
export class HostEntry {
  readonly shapes: CompiledShape[] = [];
  /** Shapes that name no word but want a parameter: narrower than any other, and asked first. */
  private wanting: readonly CompiledShape[] = [];
  private wanted: readonly string[] = [];
  /** Shapes by the word that their paths must have as a segment, those that want a parameter first. */
  private byWord = new TextTable<readonly CompiledShape[]>([]);
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
    const wordless = this.shapes.filter(({ word }) => word === null);
    this.wanting = wordless.filter(({ required }) => required !== null);
    this.wanted = [...new Set(this.wanting.flatMap(({ required }) => required ?? []))];
    this.general = wordless.filter(({ required }) => required === null);
    const words = [...new Set(this.shapes.flatMap(({ word }) => (word === null ? [] : [word])))];
    this.longest = Math.max(0, ...words.map(({ length }) => length));
    this.byWord = new TextTable(words.map((word) => {
      const same = this.shapes.filter((shape) => shape.word === word);
      return [word, [...same.filter(({ required }) => required !== null), ...same.filter(({ required }) => required === null)]] as const;
    }));
  }

  /**
   * The first answer for a path: two or three shapes are asked, where asking all would mean thirty. A word of the path
   * that a shape is named by leads to it, the leftmost first.
   */
  find<Answer>(path: string, search: string, ask: (shapes: readonly CompiledShape[]) => Answer | null): Answer | null {
    if (search !== '' && this.wanted.some((key) => search.includes(key))) {
      const answer = ask(this.wanting);
      if (answer !== null) return answer;
    }
    for (let from = 1, segment = 0; from <= path.length && segment < mostSegments; segment += 1) {
      const slash = path.indexOf('/', from);
      const end = slash < 0 ? path.length : slash;
      const shapes = end - from > this.longest ? undefined : this.byWord.get(path, from, end);
      if (shapes !== undefined) {
        const answer = ask(shapes);
        if (answer !== null) return answer;
      }
      from = end + 1;
    }
    return ask(this.general);
  }
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
const asWritten = new TextTable(
  [...exact].flatMap(([host, entry]) => {
    const known: KnownHost = { entry, host, country: amazonCountry(host) };
    return ['', ...hostPrefixes.filter((prefix) => !exact.has(prefix + host))].map((prefix) => [prefix + host, known] as const);
  }),
);

/** What the catalogue knows of the host, in lower case, that stands in a text from one place to before another. */
export function knownHost(text: string, from = 0, to = text.length): KnownHost | undefined {
  const known = asWritten.get(text, from, to);
  if (known !== undefined) return known;
  const host = plainHost(text.slice(from, to));
  const entry = exact.get(host) ?? families.get(host.slice(host.indexOf('.') + 1));
  return entry && { entry, host, country: undefined };
}
