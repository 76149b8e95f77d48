import { scryptSync } from 'node:crypto';
import { defaultTheme, lookIds, type BioPageDocument, type CaptureForm, type PublishedDocument, type SmartLinkDocument, writePasswordHash } from '@lynkify/domain';
import { platforms } from '@lynkify/platforms';
import type { System } from '../system/system.js';

/** Paths of what was published, by what it is. */
export interface MarkupPages {
  /** Of each look: a release that is out, one that is not, an artist. */
  looks: Readonly<Record<string, { released: string; announced: string; artist: string }>>;
  locked: string;
  gone: string;
  bare: string;
}

/** The password of the locked page. */
export const pagePassword = 'open sesame';

/**
 * Puts pages with everything on them into the database, as the API compiles them, and tells the renderer. The first is published
 * by the API itself: whose workspace and artist they are, and that the road is whole.
 */
export async function seedMarkup(system: System): Promise<MarkupPages> {
  const [first] = await system.seedPages(1);
  const [row] = await system.sql<{ document: SmartLinkDocument }>(`select document from published_pages where path = $1`, [first?.path]);
  if (!row) throw new Error('Nothing was published.');
  const model = row.document;
  const { artist } = model;
  const put = async (path: string, document: PublishedDocument) => {
    await system.sql(
      `with put as (insert into published_pages (path, workspace_id, artist_id, release_id, kind, document) values ($1, $2, $3, null, $4, $5) returning path, version)
       select pg_notify('published_pages', json_build_object('host', '', 'path', path, 'version', version::text)::text) from put`,
      [path, model.workspaceId, artist.id, document.kind, JSON.stringify(document)],
    );
    return path;
  };
  const capture: CaptureForm = { title: 'Get the next one first', consentText: `${artist.name} may email me about new music & “shows”. I can leave at any time.`, version: 1, askName: true };
  const full = (slug: string, look: (typeof lookIds)[number], releasedAt: string): SmartLinkDocument => ({
    ...model,
    release: { ...model.release, slug, title: 'Tom & Jerry’s <b>"Song"</b>', type: 'album', releasedAt, releaseDate: releasedAt.slice(0, 10), description: 'One line.\n\nAnother & one more.', tracks: [1, 2, 3].map((number) => ({ title: `Track ${number} <i>`, isrc: null, durationMs: 200_000, previewUrl: 'https://cdnt-preview.dzcdn.net/api/1/1/preview.mp3' })) },
    artwork: { id: '0193a5c0-0000-7000-8000-0000000000aa', width: 1280, height: 1280, widths: [96, 320, 640, 960, 1280], formats: ['avif', 'webp', 'jpeg'], colours: ['#7a2630', '#e8c9a8'], thumbHash: '1QcSHQRnh493V4dIh4eXh1h4kJUI', alt: '' },
    destinations: platforms.slice(0, 25).map(({ id }, index) => ({ id: `d${index}`, platform: id, url: `https://${id.replaceAll('_', '-')}.example/album/1?a=1&b=2` })),
    capture,
    reminder: { consentText: '', version: 1 },
    video: { provider: 'youtube', id: 'dQw4w9WgXcQ', title: '' },
    more: [1, 2, 3].map((number) => ({ id: `m${number}`, slug: `more-${number}`, title: `More ${number}`, artistCredit: artist.name, type: 'single', releasedAt: '2024-01-01T00:00:00.000Z', artwork: null })),
    sharePicture: { id: '0193a5c0-0000-7000-8000-0000000000bb', width: 1200, height: 630 },
    theme: { ...defaultTheme, look },
  });
  const bio = (look: (typeof lookIds)[number], handle: string): BioPageDocument => ({
    kind: 'bio-page', workspaceId: model.workspaceId, artist: { ...artist, handle }, headline: 'Songs & <more>', portrait: full('x', look, '2024-01-01T00:00:00.000Z').artwork,
    releases: full('x', look, '2024-01-01T00:00:00.000Z').more ?? [],
    sections: [
      { id: 's1', type: 'featured-release', releaseId: null },
      { id: 's2', type: 'releases', title: '' },
      { id: 's3', type: 'socials', links: [{ network: 'instagram', url: 'https://www.instagram.com/example/' }, { network: 'youtube', url: 'https://www.youtube.com/@example' }] },
      { id: 's4', type: 'links', title: 'More', links: [{ id: 'shop', title: 'Shop & tour', url: 'https://shop.example/?a=1&b=2' }] },
      { id: 's5', type: 'text', title: 'About', text: 'Hello.\n\nA second paragraph.' },
      { id: 's6', type: 'signup', capture },
    ],
    theme: { ...defaultTheme, look },
  });
  const base = `/${artist.handle}`;
  const looks: Record<string, { released: string; announced: string; artist: string }> = {};
  for (const look of lookIds) {
    looks[look] = {
      released: await put(`${base}/${look}-out`, full(`${look}-out`, look, '2024-08-16T00:00:00.000Z')),
      announced: await put(`${base}/${look}-soon`, full(`${look}-soon`, look, new Date(Date.now() + 10 * 86_400_000).toISOString())),
      artist: await put(`/look-${look}`, bio(look, `look-${look}`)),
    };
  }
  const salt = Buffer.from('a salt of sixteen b');
  const password = writePasswordHash({ logCost: 10, blockSize: 8, parallelism: 1, salt: salt.toString('base64url'), key: scryptSync(pagePassword, salt, 32, { cost: 2 ** 10, blockSize: 8, parallelization: 1 }).toString('base64url') });
  return {
    looks,
    locked: await put(`${base}/locked`, { ...full('locked', 'sleeve', '2024-08-16T00:00:00.000Z'), access: { expiresAt: null, afterwards: 'artist', password } }),
    gone: await put(`${base}/gone`, { kind: 'gone', workspaceId: model.workspaceId, artist }),
    bare: await put(`${base}/bare`, { ...model, release: { ...model.release, slug: 'bare', tracks: [] }, artwork: null, destinations: model.destinations.slice(0, 1), capture: null }),
  };
}
