import { platformName } from './platforms.js';
import { recognise } from './recognise.js';
import type { NotUnderstoodCode } from './recognition.js';
import type { Entity } from './platform.js';

/** A destination that the release has already. */
export interface ExistingLink {
  platform: string;
  url: string;
}

/** What one pasted link is, ready to be shown under the box. */
export interface PastedLink {
  /** The link as it was pasted, or the line when it holds none. */
  text: string;
  /** Line of the box, from 1. */
  line: number;
  /**
   * `recognised`: new, will be added. `duplicate`: there already, or above in the box. `conflict`: understood, but the
   * platform already has another link, which this one would replace. `not-understood`: see `code` and `message`.
   */
  status: 'recognised' | 'duplicate' | 'conflict' | 'not-understood';
  platform?: string;
  entity?: Entity;
  /** Canonical URL. */
  url?: string;
  /** For a conflict: the link that would be replaced. */
  replaces?: string;
  code?: NotUnderstoodCode;
  /** One sentence for the artist. */
  message: string;
}

/** How much of a paste is read: as many links as lines. */
export const pasteLimits = { lines: 500, characters: 65_536 } as const;

/** An entry echoes no more of a text than this: a paste may be one line of 64 KB. */
const longestShown = 2048;

// What may stand between links: white space, commas and semicolons before it, quotes and angle brackets (pasted HTML).
const separators = /[\s<>"“”„«»]+|[,;|](?=[\s<>"]|https?:|$)|\]\(/;
const linkStart = /^(?:https?:\/\/|\/\/|spotify:[a-z]+:|[a-z][a-z0-9+.]*:\/\/|(?:javascript|data|file|vbscript|blob|mailto|ftp):|https?%3a%2f%2f)/i;
const bareHost = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}(?::[0-9]+)?(?:[/?#]|$)/i;
const gluedLinks = /(?<=.)(?=https?:\/\/)/i;
const glueAllowed = /[?&=/%]$/;

/** Splits where a second address begins, unless it is a value inside the first (`?url=https://…`). */
function unglue(token: string): string[] {
  const parts: string[] = [];
  for (const part of token.split(gluedLinks)) {
    const before = parts.at(-1);
    if (before !== undefined && glueAllowed.test(before)) parts[parts.length - 1] = before + part;
    else parts.push(part);
  }
  return parts;
}

/** A text without the brackets and full stops of the sentence around it. By hand: a pattern would look at 64 KB of brackets 64 K times. */
function bare(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && "(['".includes(text.charAt(start))) start += 1;
  while (end > start && ",;.!'])".includes(text.charAt(end - 1))) end -= 1;
  // "/Zebra_(Live)": a bracket that was opened inside the address belongs to it.
  if (text.charAt(end) === ')' && text.lastIndexOf('(', end) >= start) end += 1;
  return text.slice(start, end);
}

/** The texts of a line that are meant as links: "Spotify: https://…" has one, a line of words none. */
function linksOf(line: string): string[] {
  const found: string[] = [];
  for (const token of line.split(separators)) {
    if (!token) continue;
    for (const part of unglue(token)) {
      const text = bare(part);
      if (text === '') continue;
      if (linkStart.test(text) || bareHost.test(text)) found.push(text);
    }
  }
  return found;
}

/**
 * Reads the paste box: one or many lines, each with one or many links and any words between them. A release has one
 * destination per platform, so of two different links of a platform the second is a conflict. Reads at most
 * `pasteLimits`; what is beyond is said in a last entry. Pure, never throws.
 */
export function readPastedLinks(text: string, existing: readonly ExistingLink[] = []): PastedLink[] {
  const held = new Map(existing.map(({ platform, url }) => [platform, { url, here: false }]));
  const links: PastedLink[] = [];
  const lines = text.slice(0, pasteLimits.characters).split(/\r\n|\r|\n/);
  let more = lines.length > pasteLimits.lines || text.length > pasteLimits.characters;
  for (const [index, line] of lines.slice(0, pasteLimits.lines).entries()) {
    const content = line.trim();
    if (content === '') continue;
    const texts = linksOf(content);
    for (const link of texts.length > 0 ? texts : [content]) {
      if (links.length < pasteLimits.lines) links.push(readLink(link, index + 1, held));
      else more = true;
    }
  }
  if (more) {
    links.push({ text: '', line: pasteLimits.lines, status: 'not-understood', code: 'TOO_LONG', message: `Only the first ${pasteLimits.lines} lines and links are read at once. Paste the rest afterwards.` });
  }
  return links;
}

function readLink(text: string, line: number, held: Map<string, { url: string; here: boolean }>): PastedLink {
  const shown = text.length > longestShown ? `${text.slice(0, longestShown - 1)}…` : text;
  const found = recognise(text);
  if (found.status === 'not-understood') {
    const { reason, platform, entity } = found;
    return { text: shown, line, status: 'not-understood', platform, entity, code: reason.code, message: reason.message };
  }
  const { platform, entity, url } = found;
  const name = platformName(platform);
  const already = held.get(platform);
  const known = { text: shown, line, platform, entity, url };
  if (already?.url === url) {
    return { ...known, status: 'duplicate', message: already.here ? `This ${name} link is already above.` : `This ${name} link is already on the release.` };
  }
  held.set(platform, { url, here: true });
  if (already) {
    const where = already.here ? 'above' : 'on the release';
    return { ...known, status: 'conflict', replaces: already.url, message: `There is another ${name} link ${where}. This one would replace it.` };
  }
  return { ...known, status: 'recognised', message: found.note ?? describe(name, entity) };
}

function describe(name: string, entity: Entity): string {
  return entity === 'unknown' || entity === 'product' ? name : `${name}, ${entity}`;
}
