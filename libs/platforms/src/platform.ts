/** What kind of place a platform is. */
export type PlatformKind = 'stream' | 'store' | 'video' | 'podcast';

/** What a URL of a platform shows. `unknown`: a short link, or a page whose address does not say. */
export type Entity = 'album' | 'track' | 'artist' | 'label' | 'playlist' | 'video' | 'episode' | 'show' | 'feed' | 'product' | 'unknown';

/** The word at the right of a platform's button. */
export type ActionLabel = 'Play' | 'Listen' | 'Buy' | 'Download' | 'Watch' | 'Subscribe';

/** What a platform calls what can be done with a release that is not out yet. */
export type BeforeLabel = 'Pre-save' | 'Pre-add' | 'Pre-order';

/** A parameter of the query that means something and is kept. */
export interface QueryRule {
  /** With a group, the group is the value. */
  like: RegExp;
  /** Without it the address is not of this shape. */
  required?: boolean;
  /** The parameter turns the page into this, e.g. Apple's `i` an album into one of its tracks. */
  entity?: Entity;
  /** It selects the shape but is no part of the canonical address. */
  drop?: boolean;
  /** Kept in the path template under this name, not in the query. */
  as?: string;
}

/**
 * One form of address. `path` is written with `{name}` for a segment (`{name:type}` for a narrower one, `{_}` for one
 * that is dropped), `[…]` for what may be missing; `to` is the canonical path in the same notation.
 */
export interface UrlShape {
  entity: Entity;
  path: string;
  to: string;
  /** Canonical origin where it is not the platform's; `{host}` is the host as given, without `www.`. */
  origin?: string;
  /** Only on these hosts; without it on all hosts of the platform. */
  hosts?: readonly string[];
  query?: Readonly<Record<string, QueryRule>>;
  /** A fixed query of the canonical address. */
  always?: string;
  /** An identifier that is the same in either case is written in this one. */
  idCase?: 'upper' | 'lower';
  /** Other names of the path that are the same in either case. */
  lower?: readonly string[];
  /** Something that the artist should check; a playlist that has one is usable for a release. */
  note?: string;
  /** A link that only leads on to the real address. */
  short?: boolean;
}

/** How to open a canonical URL in the platform's own app. */
export interface AppRule {
  from: RegExp;
  to: string;
}

/**
 * Where a platform operates: ISO 3166-1 alpha-2 codes, `worldwide` (nearly everywhere, or a web site that sells to
 * everyone), or `unknown` where it is not everywhere and no dependable list is at hand.
 */
export type Territories = 'worldwide' | 'unknown' | readonly string[];

/** A platform as the catalogue describes it. */
export interface PlatformData {
  id: string;
  name: string;
  kind: PlatformKind;
  action: ActionLabel;
  /** What its pages offer before a release is out; left out where they are of no use before. */
  before?: BeforeLabel;
  /** Brand colour, `#rrggbb`. */
  colour: string;
  /** Hosts without `www.` and `m.`; `*.x.com` for any one label before it. */
  hosts: readonly string[];
  /** Hosts of share links that lead on to the real address. */
  shortHosts?: readonly string[];
  /** Canonical origin, `{host}` for the host as given. */
  origin: string;
  shapes: readonly UrlShape[];
  apps?: readonly AppRule[];
  /** Its web addresses open its app where that is installed (universal links, Android App Links). */
  universal?: boolean;
  territories: Territories;
}

/** One shape for each of several words that stand for an entity in a path, written `{word}` in both templates. */
export function words(entities: Readonly<Record<string, Entity>>, path: string, to: string, more: Partial<UrlShape> = {}): UrlShape[] {
  return Object.entries(entities).map(([word, entity]) => ({
    ...more,
    entity,
    path: path.replaceAll('{word}', word),
    to: to.replaceAll('{word}', word),
  }));
}

/** One shape. */
export function shape(entity: Entity, path: string, to: string, more: Partial<UrlShape> = {}): UrlShape {
  return { ...more, entity, path, to };
}
