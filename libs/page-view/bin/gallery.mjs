// Writes sample pages with generated artwork into a folder, to be looked at in a browser: node gallery.mjs <folder> [language]
// Needs the built libraries (npx nx build @lynkify/page-view).
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';
import { renderHtml, toInstanceView, toMessageView, toPageView } from '../dist/index.js';
import { defaultCaptureForm } from '@lynkify/domain';
import { platforms } from '@lynkify/platforms';

const folder = resolve(process.argv[2] ?? 'gallery');
const facts = { now: new Date('2026-11-22T12:00:00Z'), pagesUrl: 'https://pages.example', mediaUrl: '.', locale: process.argv[3] ?? 'en' };
const theme = { appearance: 'auto', accent: null, buttons: 'rounded', credit: true };

const drawings = {
  dusk: { colours: ['#b8412c', '#2b3a67'], svg: '<rect width="1280" height="1280" fill="#2b3a67"/><circle cx="640" cy="780" r="420" fill="#b8412c"/><rect y="900" width="1280" height="380" fill="#16203f"/><rect y="980" width="1280" height="10" fill="#f1c38e"/>' },
  fern: { colours: ['#2f6b4a', '#d9c98f'], svg: `<rect width="1280" height="1280" fill="#d9c98f"/>${[0, 1, 2, 3, 4, 5].map((n) => `<path d="M${180 + n * 180} 1280C${100 + n * 180} 900 ${260 + n * 150} 500 ${400 + n * 90} ${140 + n * 60}" stroke="#2f6b4a" stroke-width="${70 - n * 8}" fill="none"/>`).join('')}` },
  night: { colours: ['#0b0b0d', '#3a3a40'], svg: '<rect width="1280" height="1280" fill="#0b0b0d"/><circle cx="640" cy="640" r="300" fill="none" stroke="#3a3a40" stroke-width="40"/><circle cx="640" cy="640" r="60" fill="#eeeeee"/>' },
  lemon: { colours: ['#f6d21f', '#f08bb4'], svg: '<rect width="1280" height="1280" fill="#f6d21f"/><rect x="160" y="160" width="620" height="960" fill="#f08bb4"/><rect x="500" y="400" width="620" height="520" fill="#ffffff"/>' },
  portrait: { colours: ['#6d7f94', '#c98f6b'], svg: '<rect width="1280" height="1280" fill="#6d7f94"/><circle cx="640" cy="520" r="230" fill="#c98f6b"/><path d="M220 1280c0-300 180-460 420-460s420 160 420 460z" fill="#27303c"/><path d="M400 500c0-220 120-300 240-300s250 90 240 320c-40-120-120-170-240-170s-200 50-240 150z" fill="#1b1f26"/>' },
};

/** Draws a picture in all sizes and answers with its document. */
async function draw(id) {
  const { svg, colours } = drawings[id];
  const source = sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="1280">${svg}</svg>`));
  const widths = [96, 320, 640, 960, 1280];
  mkdirSync(join(folder, 'media', id), { recursive: true });
  for (const width of widths) {
    for (const format of ['avif', 'webp', 'jpeg']) await source.clone().resize(width).toFormat(format).toFile(join(folder, 'media', id, `${width}.${format}`));
  }
  const { data, info } = await source.clone().resize(64).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { id, width: 1280, height: 1280, widths, formats: ['avif', 'webp', 'jpeg'], colours, thumbHash: Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64'), alt: '' };
}

const pictures = Object.fromEntries(await Promise.all(Object.keys(drawings).map(async (id) => [id, await draw(id)])));
const artist = { id: '1', handle: 'lady-gaga', name: 'Lady Gaga' };
const capture = { ...defaultCaptureForm('Lady Gaga'), askName: true };
const order = platforms.map((platform) => platform.id);
const release = { id: 'r1', slug: 'die-with-a-smile', title: 'Die With A Smile', artistCredit: 'Lady Gaga & Bruno Mars', type: 'single', releasedAt: '2024-08-16T00:00:00Z', releaseDate: '2024-08-16', timeZone: 'UTC', upc: '00602475093060', description: null, tracks: [{ title: 'Die With A Smile', isrc: 'USUM72409273', durationMs: 251000 }] };
const destinations = (ids) => ids.map((platform) => ({ id: platform, platform, url: `https://example.com/${platform}` }));
const link = (more = {}, releaseMore = {}) => ({ kind: 'smart-link', workspaceId: 'w', artist, release: { ...release, ...releaseMore }, artwork: pictures.dusk, destinations: destinations(order.slice(0, 6)), capture, theme, ...more });
const card = (slug, title, type, year, artwork, artistCredit = 'Dreamcatcher') => ({ id: slug, slug, title, artistCredit, type, releasedAt: `${year}-05-10T00:00:00Z`, artwork });
const dreamcatcher = { id: '2', handle: 'dreamcatcher', name: 'Dreamcatcher' };
const bio = (more = {}) => ({
  kind: 'bio-page', workspaceId: 'w', artist: dreamcatcher, headline: 'Seven voices, loud guitars and a story that goes on from record to record.', portrait: pictures.portrait, theme,
  releases: [card('nightmare-escape-the-era', 'Nightmare·Escape The ERA - EP', 'ep', 2018, pictures.fern)],
  sections: [
    { id: 'a', type: 'featured-release', releaseId: null },
    { id: 'b', type: 'socials', links: ['instagram', 'youtube', 'tiktok', 'x', 'website'].map((network) => ({ network, url: `https://example.com/${network}` })) },
    { id: 'c', type: 'links', title: '', links: [['Tour dates', 'bandsintown.com'], ['Shop', 'shop.example.com'], ['Fan club', 'discord.gg']].map(([title, host], n) => ({ id: String(n), title, url: `https://${host}/` })) },
    { id: 'd', type: 'signup', capture: defaultCaptureForm('Dreamcatcher') },
  ],
  ...more,
});
const thirty = bio({
  releases: [card('a-night-at-the-opera', 'A Night at the Opera (Deluxe Edition)', 'album', 2020, pictures.lemon, 'Queen'), card('nightmare', 'Nightmare·Escape The ERA - EP', 'ep', 2018, pictures.fern), card('hits', 'Hits of the 90s', 'compilation', 2002, pictures.dusk, 'Various Artists'), card('made-of-music', 'Made Of Music', 'album', 2018, null), card('rock', 'Classic Rock Hits', 'compilation', 2013, pictures.night)],
  sections: [
    { id: 'a', type: 'featured-release', releaseId: null },
    { id: 'b', type: 'socials', links: ['instagram', 'youtube', 'tiktok', 'x', 'facebook', 'threads', 'bluesky', 'soundcloud', 'bandcamp', 'twitch', 'discord', 'patreon', 'linkedin', 'website'].map((network) => ({ network, url: `https://example.com/${network}` })) },
    { id: 'e', type: 'releases', title: 'Releases' },
    { id: 'c', type: 'links', title: 'Everything else', links: Array.from({ length: 30 }, (_, n) => ({ id: String(n), title: n % 7 === 3 ? 'A much longer title of a link that has to break over two lines on a phone' : `Link number ${n + 1}`, url: 'https://www.example.com/' })) },
    { id: 't', type: 'text', title: 'Press', text: 'Bookings and interviews through the office.\nWrite first, call later.\n\nPictures may be printed with the photographer’s name.' },
    { id: 'd', type: 'signup', capture: defaultCaptureForm('Dreamcatcher') },
  ],
});

const announced = { releasedAt: '2026-11-27T00:00:00Z', releaseDate: '2026-11-27' };
const pages = {
  'link': toPageView(link(), facts),
  'link-lead': toPageView(link({ artwork: pictures.fern }), { ...facts, platform: 'apple_music' }),
  'link-25': toPageView(link({ artwork: pictures.lemon, destinations: destinations(order.slice(0, 25)) }, { type: 'album', tracks: Array.from({ length: 11 }, (_, n) => ({ title: `Track ${n + 1}`, isrc: null, durationMs: 180000 + n * 7000 })), description: 'Recorded in two rooms in one week.\n\nWith strings.' }), { ...facts, platform: 'spotify' }),
  'link-pill': toPageView(link({ theme: { ...theme, buttons: 'pill', accent: '#5b2a86' } }), { ...facts, platform: 'deezer' }),
  'link-square': toPageView(link({ artwork: pictures.night, theme: { ...theme, buttons: 'square', appearance: 'dark', credit: false } }), { ...facts, platform: 'spotify' }),
  'link-one': toPageView(link({ artwork: pictures.night, destinations: destinations(['bandcamp']) }), facts),
  'link-bare': toPageView(link({ artwork: null }), facts),
  'link-long': toPageView(link({ artwork: null }, { title: '‘Til We Meet Again (Live at the Old Town Hall with the Radio Orchestra) [Remastered Deluxe Edition]', artistCredit: 'Sousou Cissoko & Maher Cissoko with Friends and Family' }), facts),
  'link-announced': toPageView(link({ artwork: pictures.fern }, announced), facts),
  'link-error': toPageView(link(), { ...facts, form: { startedToken: 'x', values: { email: 'ada@', name: 'Ada' }, errors: { email: 'email-invalid', consent: 'consent-unticked' } }, notice: 'Preview. Only you see this.' }),
  'bio': toPageView(bio(), facts),
  'bio-30': toPageView(thirty, facts),
  'bio-bare': toPageView(bio({ portrait: null }), facts),
  'bio-long': toPageView(bio({ portrait: null, releases: [], artist: { ...dreamcatcher, name: 'The International Submarine Band of Copenhagen' } }), facts),
  'not-found': toMessageView({ kind: 'not-found' }, facts),
  'gone': toMessageView({ kind: 'gone', artist }, facts),
  'check-mail': toMessageView({ kind: 'check-mail', email: 'ada@example.com', artist }, facts),
  'confirm': toMessageView({ kind: 'confirm', action: '/confirm/x', artistName: 'Lady Gaga' }, facts),
  'instance': toInstanceView([{ ...artist, portrait: null }, { ...dreamcatcher, portrait: pictures.portrait }, { handle: 'queen', name: 'Queen', portrait: pictures.lemon }, { handle: 'sousou-maher', name: 'Sousou Cissoko & Maher Cissoko', portrait: null }], facts),
};
for (const [name, view] of Object.entries(pages)) writeFileSync(join(folder, `${name}.html`), renderHtml(view).html);
console.log(`${Object.keys(pages).length} pages in ${folder}`);
