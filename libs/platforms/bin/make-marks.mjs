// Writes src/marks.generated.ts: the path data of the marks that the catalogue uses, taken from simple-icons (CC0), so
// that no bundle carries its other three thousand. Run after adding a platform or updating simple-icons.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as icons from 'simple-icons';
import { optimize } from 'svgo';

/** Platform id → slug in simple-icons. A platform that is missing here gets a monogram. */
const platforms = {
  spotify: 'spotify', spotify_podcast: 'spotify', apple_music: 'applemusic', itunes: 'itunes', youtube_music: 'youtubemusic', youtube: 'youtube',
  youtube_podcast: 'youtube', deezer: 'deezer', deezer_show: 'deezer', tidal: 'tidal', soundcloud: 'soundcloud', pandora: 'pandora', napster: 'napster',
  iheart: 'iheartradio', audiomack: 'audiomack', bandcamp: 'bandcamp', mixcloud: 'mixcloud', line_music: 'line', rakuten_music: 'rakuten', vibe: 'naver',
  netease: 'neteasecloudmusic', vk_music: 'vk', reverbnation: 'reverbnation', niconico: 'niconico', beatport: 'beatport', traxsource: 'traxsource',
  discogs: 'discogs', bigcartel: 'bigcartel', vimeo: 'vimeo', dailymotion: 'dailymotion', bilibili: 'bilibili', rumble: 'rumble', tiktok: 'tiktok',
  twitch: 'twitch', apple_podcasts: 'applepodcasts', overcast: 'overcast', pocket_casts: 'pocketcasts', castbox: 'castbox', podcast_addict: 'podcastaddict',
  castro: 'castro', player_fm: 'playerfm', antennapod: 'antennapod', podcast_index: 'podcastindex', audible: 'audible', spreaker: 'spreaker', rss: 'rss',
};

/** Social network id → slug in simple-icons. */
const networks = {
  instagram: 'instagram', tiktok: 'tiktok', x: 'x', facebook: 'facebook', youtube: 'youtube', threads: 'threads', bluesky: 'bluesky', soundcloud: 'soundcloud',
  bandcamp: 'bandcamp', spotify: 'spotify', 'apple-music': 'applemusic', 'apple-podcasts': 'applepodcasts', deezer: 'deezer', tidal: 'tidal', beatport: 'beatport',
  audiomack: 'audiomack', mixcloud: 'mixcloud', twitch: 'twitch', kick: 'kick', vimeo: 'vimeo', patreon: 'patreon', 'ko-fi': 'kofi',
  'buy-me-a-coffee': 'buymeacoffee', paypal: 'paypal', discord: 'discord', telegram: 'telegram', whatsapp: 'whatsapp', signal: 'signal', snapchat: 'snapchat',
  pinterest: 'pinterest', reddit: 'reddit', tumblr: 'tumblr', weibo: 'sinaweibo', vk: 'vk', line: 'line', bandsintown: 'bandsintown', songkick: 'songkick',
  ticketmaster: 'ticketmaster', 'last-fm': 'lastdotfm', genius: 'genius', discogs: 'discogs', musicbrainz: 'musicbrainz', wikipedia: 'wikipedia', imdb: 'imdb',
  github: 'github', substack: 'substack', medium: 'medium', mastodon: 'mastodon',
};

// A globe for a plain web site, drawn here.
const globe = 'M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22Zm7.9 6.5h-3.2a15 15 0 0 0-1.6-3.9 9 9 0 0 1 4.8 3.9ZM12 3.1c.9 1.2 1.7 2.7 2.2 4.4H9.8c.5-1.7 1.3-3.2 2.2-4.4ZM3.3 14a9 9 0 0 1 0-4h3.6a18 18 0 0 0 0 4H3.3Zm.8 2.5h3.2c.4 1.5.9 2.8 1.6 3.9a9 9 0 0 1-4.8-3.9Zm3.2-9H4.1a9 9 0 0 1 4.8-3.9 15 15 0 0 0-1.6 3.9ZM12 20.9c-.9-1.2-1.7-2.7-2.2-4.4h4.4c-.5 1.7-1.3 3.2-2.2 4.4Zm2.6-6.9H9.4a16 16 0 0 1 0-4h5.2a16 16 0 0 1 0 4Zm.5 6.4c.7-1.1 1.2-2.4 1.6-3.9h3.2a9 9 0 0 1-4.8 3.9ZM17.1 14a18 18 0 0 0 0-4h3.6a9 9 0 0 1 0 4h-3.6Z';

const bySlug = new Map(Object.values(icons).map((icon) => [icon.slug, icon]));

function iconOf(slug) {
  const icon = bySlug.get(slug);
  if (!icon) throw new Error(`simple-icons has no "${slug}" any more: take it off the list, or find its new name.`);
  return icon;
}

/** Whole numbers on a grid of this many lines: a twentieth of a pixel at the size they are shown, at less than half of the bytes. */
const grid = 480;

/** Path data of simple-icons' 24 × 24 on our grid. */
function onGrid(path) {
  const { data } = optimize(`<svg xmlns="http://www.w3.org/2000/svg"><path transform="scale(${grid / 24})" d="${path}"/></svg>`, { multipass: true, floatPrecision: 0, plugins: [{ name: 'convertPathData', params: { floatPrecision: 0, transformPrecision: 5 } }] });
  const drawn = /^<svg[^>]*><path d="([^"]+)"\/><\/svg>$/u.exec(data)?.[1];
  if (!drawn) throw new Error(`The path did not stay one path: ${data}`);
  return drawn;
}

const quoted = (text) => `'${text}'`;
const platformLines = Object.entries(platforms).map(([id, slug]) => `  ${id}: ${quoted(onGrid(iconOf(slug).path))},`);
const networkLines = Object.entries(networks).map(([id, slug]) => `  ${quoted(id)}: { colour: ${quoted(`#${iconOf(slug).hex}`)}, path: ${quoted(onGrid(iconOf(slug).path))} },`);

const source = `// Made by bin/make-marks.mjs from simple-icons (CC0 1.0). The marks belong to their owners. Do not edit by hand.

/** Width and height of the grid that the path data below is drawn on. */
export const markGrid = ${grid};

/** Path data by platform id. */
export const marks: Readonly<Record<string, string>> = {
${platformLines.join('\n')}
};

/** Path data and brand colour by social network id. */
export const socialMarks: Readonly<Record<string, { colour: string | null; path: string }>> = {
${networkLines.join('\n')}
  website: { colour: null, path: ${quoted(onGrid(globe))} },
};
`;

await writeFile(fileURLToPath(new URL('../src/marks.generated.ts', import.meta.url)), source);
