import { cleanText, codePoints, parseWebUrl } from '@lynkify/domain';
import type { PageContent } from './page-content.js';
import type { Product } from './products.js';

/** What a page says its release or artist is. Empty where it does not say. */
export interface PageFacts {
  title: string;
  artist: string;
  artworkUrl: string | null;
}

const things = /^(?:MusicAlbum|MusicRelease|MusicRecording|PodcastEpisode)$/u;

/** Title, artist and artwork of a page: as it says them for machines, else by how such pages are called. */
export function factsOf(content: PageContent, product: Product | null): PageFacts {
  const thing = content.things.find((each) => [each['@type']].flat().some((type) => typeof type === 'string' && things.test(type)));
  const headline = readHeadline(content.meta.get('og:title') ?? content.meta.get('twitter:title') ?? content.title, product);
  const named = product?.subject === 'artist' ? { title: '', artist: headline.whole } : headline;
  return {
    title: fitting(textOf(thing?.name) || named.title),
    artist: fitting(nameOf(thing?.byArtist ?? thing?.author) || named.artist),
    artworkUrl: pictureOf(content, thing),
  };
}

const before = /^(?:listen to|stream(?: and| &)? download|stream|download|get|pre-?save|out now|new release|hören|écouter)\s*[:–—-]?\s+/iu;
const behind = /\s*(?:[|•·]\s*[^|•·]*|[-–—]\s*(?:listen|stream|linktree|linkfire|distrokid|hyperfollow|toneden|feature\.fm|song\.link|odesli|listen now|stream now|out now|get it now|all platforms)[^-–—]*)$/iu;

/** "Title by Artist", "Artist - Title" and what products put around them. */
function readHeadline(text: string, product: Product | null): { whole: string; title: string; artist: string } {
  let headline = cleanText(text.slice(0, 1_000));
  headline = headline.replace(before, '');
  for (let round = 0; round < 3; round += 1) headline = headline.replace(behind, '');
  headline = headline.replace(/^[“”"'‘’](.+)[“”"'‘’]$/u, '$1').trim();
  const by = /^(.+?),? by (.+)$/iu.exec(headline);
  if (by) return { whole: headline, title: bare(by[1]), artist: bare(by[2]) };
  const dash = /^(.+?)\s+[-–—]\s+(.+)$/u.exec(headline);
  if (dash) return product?.artistFirst ?? product === null ? { whole: headline, title: bare(dash[2]), artist: bare(dash[1]) } : { whole: headline, title: bare(dash[1]), artist: bare(dash[2]) };
  return { whole: headline, title: bare(headline), artist: '' };
}

const bare = (text = '') => text.replace(/^[“”"'‘’]+|[“”"'‘’]+$/gu, '').trim();

function pictureOf(content: PageContent, thing: Readonly<Record<string, unknown>> | undefined): string | null {
  for (const candidate of [imageOf(thing?.image), content.meta.get('og:image:secure_url'), content.meta.get('og:image'), content.meta.get('twitter:image')]) {
    const url = candidate ? parseWebUrl(candidate) : null;
    if (url) return url.href;
  }
  return null;
}

function imageOf(image: unknown): string | undefined {
  const [first]: unknown[] = [image].flat();
  if (typeof first === 'string') return first;
  return typeof first === 'object' && first !== null && 'url' in first && typeof first.url === 'string' ? first.url : undefined;
}

function nameOf(who: unknown): string {
  const names = [who].flat().map((each: unknown) => (typeof each === 'string' ? each : typeof each === 'object' && each !== null && 'name' in each ? textOf(each.name) : ''));
  return names.filter((name) => name !== '').slice(0, 5).join(', ');
}

const textOf = (value: unknown) => (typeof value === 'string' ? cleanText(value.slice(0, 1_000)) : '');
const fitting = (text: string) => (codePoints(text) <= 200 ? text : [...text].slice(0, 200).join(''));
