import { plainHost, plainPath } from './plain-spelling.js';

/** Longest address that is looked at, in UTF-16 units. Real ones with percent-encoded titles reach about 1,000. */
export const longestAddress = 4096;

/** A web address in the parts that a platform is told by. */
export interface Address {
  /** Without `www.`, `m.` and a last dot. */
  host: string;
  /** In one spelling, without its last slash; empty for the front page. */
  path: string;
  /** With its `?`, or empty. */
  search: string;
  /** With its `#`, or empty. */
  hash: string;
  /** What `new URL` makes of it; costs more than all of the rest. */
  toUrl(): URL;
}

/** The parts of a parsed URL. */
export function addressOf(url: URL): Address {
  return { host: plainHost(url.hostname), path: plainPath(url.pathname), search: url.search, hash: url.hash, toUrl: () => url };
}

/** An address that needed no parser so far. */
export class PlainAddress implements Address {
  constructor(
    readonly host: string,
    readonly path: string,
    readonly search: string,
    readonly hash: string,
    private readonly text: string,
  ) {}

  toUrl(): URL {
    return new URL(this.text);
  }
}

const hostName = /^[a-z0-9][a-z0-9.-]*\.[a-z]{2,24}$/;
const oddLabel = /\.[.-]|-\.|xn--/;

/** Whether a host is a name that every parser takes as it is. */
export function isPlainHost(host: string): boolean {
  return host.length < 200 && hostName.test(host) && !oddLabel.test(host);
}

/** Anything in a path that `new URL` would write otherwise or that has more than one spelling. */
const odd = /[^!$&(-;=@-Z_a-z~]|\/[./]/;
/** The same, except for percent-encoding. */
const oddBesidesEscapes = /[^!$%&(-;=@-Z_a-z~]|\/(?:\.|%2e)/i;
/** The same for a query; the semicolon is what tells `&amp;`, and a backslash stands in no address. */
const oddInQuery = /[^!#-&(-:=?-[\]-_a-z~]/;
/** An address that ends in anything else may have taken it from the sentence around it. */
const endings = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/_=&%-') endings[character.charCodeAt(0)] = 1;

/** Whether all behind the path is as it should be. */
export function isPlainQuery(search: string): boolean {
  return !oddInQuery.test(search);
}

/** Whether the last character of a text belongs to the address. */
export function endsPlainly(text: string): boolean {
  return endings[text.charCodeAt(text.length - 1)] === 1;
}

/**
 * The path of an address as `plainPath` writes it, or null where only a parser can tell. `new URL` costs more than all
 * that is done with its answer, so that the usual address, already written as it should be, is never given to it.
 */
export function pathOf(text: string, from: number, to: number): string | null {
  const path = text.slice(from, to);
  if (odd.test(path)) return oddBesidesEscapes.test(path) ? null : plainPath(path);
  return path.charCodeAt(path.length - 1) === 47 ? path.slice(0, -1) : path;
}
