import { setImmediate as nextTurn } from 'node:timers/promises';
import { cleanText, codePoints } from '@lynkify/domain';
import { Parser } from 'htmlparser2';

/** A link of a page, with the words on it. */
export interface PageLink {
  url: string;
  text: string;
}

/** What a page says, as far as it is of use here. All of it is a stranger's. */
export interface PageContent {
  title: string;
  /** `og:title`, `twitter:title`, `og:image`, `music:musician` and the like, the first of each name. */
  meta: ReadonlyMap<string, string>;
  /** Where the page sends the browser on to. */
  refresh: string | null;
  /** Of `<a>` and of elements that carry an address for a script. */
  links: PageLink[];
  /** Of data in scripts, where it stands beside a title. */
  dataLinks: PageLink[];
  /** Addresses in scripts, wherever they stand. */
  scriptUrls: string[];
  /** What the page says of itself for machines (schema.org). */
  things: Readonly<Record<string, unknown>>[];
}

/** A page is a stranger's: nothing of it is read beyond these. */
const most = { links: 2_000, scriptUrls: 2_000, scriptBytes: 2 * 1024 * 1024, nodes: 50_000, depth: 40, depthOfTags: 1_000, things: 50, text: 300, url: 4_096 } as const;

const linkAttributes = ['href', 'data-href', 'data-url', 'data-link', 'data-link-url', 'data-destination', 'data-target-url'] as const;

/** So much is parsed before others have their turn. */
const chunk = 64 * 1024;

/** Reads a page's HTML, however broken. Linear in it; whatever is beyond the limits is left out. */
export async function readContent(html: string, baseUrl: string): Promise<PageContent> {
  const reading = new Reading(baseUrl);
  const parser = new Parser({
    onopentag: (name, attributes) => reading.open(name, attributes),
    ontext: (text) => reading.text(text),
    onclosetag: (name) => reading.close(name),
  });
  // The parser looks for what an end tag ends in all that is open: a page that nests without end is not read to its end.
  for (let from = 0; from < html.length && reading.depth < most.depthOfTags; from += chunk) {
    parser.write(html.slice(from, from + chunk));
    await nextTurn();
  }
  if (reading.depth < most.depthOfTags) parser.end();
  return reading.content;
}

class Reading {
  readonly content = { title: '', meta: new Map<string, string>(), refresh: null as string | null, links: [] as PageLink[], dataLinks: [] as PageLink[], scriptUrls: [] as string[], things: [] as Readonly<Record<string, unknown>>[] };
  /** How many tags are open. */
  depth = 0;
  private base: string;
  private inTitle = false;
  /** The link whose words are being read. */
  private link: PageLink | null = null;
  private script: { kind: 'data' | 'ld' | 'code'; text: string } | null = null;
  private scriptBytes = 0;
  private nodes = 0;

  constructor(baseUrl: string) {
    this.base = baseUrl;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.depth += 1;
    if (name === 'base' && attributes.href) this.base = this.resolve(attributes.href) ?? this.base;
    else if (name === 'title' && this.content.title === '') this.inTitle = true;
    else if (name === 'meta') this.readMeta(attributes);
    else if (name === 'script') this.script = { kind: scriptKind(attributes), text: '' };
    else if (name === 'img' && this.link?.text === '' && attributes.alt) this.link.text = shortText(attributes.alt);
    this.readLink(name, attributes);
  }

  text(text: string): void {
    if (this.script) {
      if (this.scriptBytes + text.length > most.scriptBytes) return;
      this.scriptBytes += text.length;
      this.script.text += text;
    } else if (this.inTitle) this.content.title = shortText(`${this.content.title}${text}`);
    else if (this.link && this.link.text.length < most.text) this.link.text = shortText(`${this.link.text} ${text}`);
  }

  close(name: string): void {
    this.depth -= 1;
    if (name === 'title') this.inTitle = false;
    else if (name === 'a') this.link = null;
    else if (name === 'script' && this.script) {
      this.readScript(this.script);
      this.script = null;
    }
  }

  private readMeta({ name, property, content, 'http-equiv': equivalent }: Readonly<Record<string, string>>): void {
    if (content === undefined) return;
    if (equivalent?.toLowerCase() === 'refresh') {
      const target = /^\s*\d*(?:\.\d+)?\s*[;,]?\s*(?:url\s*=\s*)?["']?([^"'\s][^"']*)/iu.exec(content.slice(0, most.url))?.[1];
      if (target !== undefined && !/^\d+$/u.test(target)) this.content.refresh ??= this.resolve(target);
      return;
    }
    const key = (property ?? name ?? '').toLowerCase();
    if (key !== '' && key.length < 60 && this.content.meta.size < 200 && !this.content.meta.has(key)) this.content.meta.set(key, content.slice(0, most.url));
  }

  private readLink(name: string, attributes: Readonly<Record<string, string>>): void {
    // Fonts, styles and icons are no links of the page.
    if (name === 'link' || name === 'base' || name === 'use' || name === 'image') return;
    for (const attribute of linkAttributes) {
      const value = attributes[attribute];
      if (value === undefined || value === '' || this.content.links.length >= most.links) continue;
      const url = this.resolve(value);
      if (url === null) continue;
      const link = { url, text: shortText(attributes['aria-label'] ?? attributes.title ?? '') };
      this.content.links.push(link);
      if (name === 'a') this.link = link;
    }
  }

  private readScript({ kind, text }: { kind: 'data' | 'ld' | 'code'; text: string }): void {
    if (kind !== 'code') {
      const data = parsed(text);
      if (data !== undefined) {
        this.walk(data, kind === 'ld');
        return;
      }
    }
    const plain = text.replaceAll('\\/', '/').replace(/\\u002f/giu, '/').replace(/\\u0026/giu, '&').replaceAll('&amp;', '&');
    for (const [url] of plain.matchAll(/https?:\/\/[^\s"'`<>\\]{4,2000}/gu)) {
      if (this.content.scriptUrls.length >= most.scriptUrls) return;
      this.content.scriptUrls.push(url);
    }
  }

  /** Looks through data without recursion: a page may nest it as deep as it likes. */
  private walk(data: unknown, isAboutThings: boolean): void {
    const waiting: { value: unknown; depth: number }[] = [{ value: data, depth: 0 }];
    for (const { value, depth } of waiting) {
      if (this.nodes >= most.nodes) return;
      this.nodes += 1;
      if (typeof value !== 'object' || value === null || depth > most.depth) continue;
      if (!Array.isArray(value)) this.readObject(value as Readonly<Record<string, unknown>>, isAboutThings);
      for (const inner of Object.values(value)) {
        if (typeof inner === 'object') waiting.push({ value: inner, depth: depth + 1 });
        else if (typeof inner === 'string' && Array.isArray(value)) this.readDataUrl(inner, '');
      }
    }
  }

  private readObject(value: Readonly<Record<string, unknown>>, isAboutThings: boolean): void {
    if (isAboutThings && '@type' in value && this.content.things.length < most.things) this.content.things.push(value);
    const title = [value.title, value.name, value.label, value.text].find((each) => typeof each === 'string');
    for (const inner of Object.values(value)) if (typeof inner === 'string') this.readDataUrl(inner, typeof title === 'string' ? title : '');
  }

  private readDataUrl(text: string, title: string): void {
    if (!/^https?:\/\//iu.test(text) || text.length > most.url || this.content.dataLinks.length >= most.links) return;
    this.content.dataLinks.push({ url: text, text: shortText(title) });
  }

  private resolve(href: string): string | null {
    const trimmed = href.trim();
    if (trimmed.length > most.url || !URL.canParse(trimmed, this.base)) return null;
    const url = new URL(trimmed, this.base);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  }
}

function scriptKind({ type = '', id = '' }: Readonly<Record<string, string>>): 'data' | 'ld' | 'code' {
  const plain = type.toLowerCase();
  if (plain.includes('ld+json')) return 'ld';
  return plain.includes('json') || id === '__NEXT_DATA__' || id === '__NUXT_DATA__' ? 'data' : 'code';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function shortText(text: string): string {
  const cleaned = cleanText(text.slice(0, most.text * 4));
  return codePoints(cleaned) <= most.text ? cleaned : [...cleaned].slice(0, most.text).join('');
}
