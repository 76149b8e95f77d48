import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql } from '@lynkify/contract';
import { startInternet, until, type Internet, type SiteAnswer } from '@lynkify/testing';
import sharp from 'sharp';
import { newArtist, newRelease } from '../testing/catalogue.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace, unique, type Asker } from '../testing/world.js';

const ReadPage = graphql(`
  query ReadPage($input: ReadPageInput!) {
    readPage(input: $input) {
      page { url product productName subject title artist artworkUrl slug links { status platform url } otherLinks { kind url title network networkName } }
      userErrors { code path message }
    }
  }
`);
const MoveIn = graphql(`
  mutation MoveIn($input: MoveInInput!) {
    moveIn(input: $input) { release { id slug title artistCredit status artwork { id } destinations { platform url method } } links { status platform } slugKept userErrors { code path } }
  }
`);
const MoveInToBioPage = graphql(`
  mutation MoveInToBioPage($input: MoveInToBioPageInput!) {
    moveInToBioPage(input: $input) { bioPage { version sections { type visible settings } } added left userErrors { code } }
  }
`);

// Die With A Smile, where it really is.
const spotify = 'https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N';
const deezer = 'https://www.deezer.com/album/629506181';
const tidal = 'https://tidal.com/album/381265361';
const page = (head: string, body: string) => `<!doctype html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const to = (location: string): SiteAnswer => ({ status: 302, headers: { location } });

describe('moving in', () => {
  let internet: Internet;
  let api: TestApi;
  let asker: Asker;
  beforeAll(async () => {
    internet = await startInternet();
    api = await startTestApi({ ...internet.settings });
    asker = (await seedWorkspace(api)).owner;
  });
  afterAll(async () => {
    await api.stop();
    await internet.stop();
  });

  const read = async (url: string) => {
    const { readPage } = await asker.run(ReadPage, { input: { url } });
    if (!readPage.page) throw new Error(`not read: ${readPage.userErrors.map(({ code }) => code).join()}`);
    return readPage.page;
  };
  const refused = async (url: string) => (await asker.run(ReadPage, { input: { url } })).readPage.userErrors[0]?.code;
  const links = [{ platform: 'spotify', url: spotify }, { platform: 'deezer', url: deezer }, { platform: 'tidal', url: tidal }];

  it('reads a Linkfire page whose buttons lead on by its own redirects', async () => {
    internet.site('gaga.lnk.to', ({ url }) => {
      const service = /^\/DieWithASmile\/(\w+)/.exec(url.pathname)?.[1];
      if (service) return to({ spotify: `${spotify}?si=abc`, deezer: 'https://gaga.lnk.to/hop/deezer', tidal }[service] ?? 'https://gaga.lnk.to/');
      if (url.pathname === '/hop/deezer') return { body: page(`<meta http-equiv="refresh" content="0; url=${deezer}?utm_source=x">`, '') };
      return { body: page('<meta property="og:title" content="Lady Gaga, Bruno Mars - Die With A Smile"><meta property="og:image" content="https://pictures.example.com/smile.jpg">', '<a href="/DieWithASmile/spotify">Play</a><a href="/DieWithASmile/deezer">Play</a><a data-href="https://gaga.lnk.to/DieWithASmile/tidal">Play</a><a href="/privacy">Privacy</a>') };
    });
    expect(await read('https://gaga.lnk.to/DieWithASmile')).toMatchObject({ product: 'linkfire', subject: 'RELEASE', title: 'Die With A Smile', artist: 'Lady Gaga, Bruno Mars', artworkUrl: 'https://pictures.example.com/smile.jpg', slug: 'diewithasmile', links, otherLinks: [] });
    // Nobody asked the platforms themselves.
    expect(internet.requests.filter(({ host }) => /spotify|deezer|tidal/.test(host))).toEqual([]);
  });

  it('reads a Feature.fm page, whose redirects stand on another host', async () => {
    internet.site('ffm.to', () => ({ body: page('<title>Die With A Smile by Lady Gaga</title>', '<a href="https://api.ffm.to/sl/e/c/smile?cd=1">Spotify</a><a href="https://api.ffm.to/sl/e/c/smile?cd=2">Deezer</a><a href="https://www.instagram.com/ladygaga/?igsh=1">Instagram</a>') }));
    internet.site('api.ffm.to', ({ url }) => to(url.searchParams.get('cd') === '1' ? spotify : deezer));
    expect(await read('ffm.to/die-with-a-smile')).toMatchObject({
      product: 'feature-fm', title: 'Die With A Smile', artist: 'Lady Gaga', slug: 'die-with-a-smile', links: links.slice(0, 2),
      otherLinks: [{ kind: 'SOCIAL', url: 'https://www.instagram.com/ladygaga/', network: 'instagram', networkName: 'Instagram' }],
    });
  });

  it('reads what a Linktree page holds in its data', async () => {
    const data = { props: { pageProps: { account: { links: [{ title: 'New single', url: spotify }, { title: 'Tickets', url: 'https://tickets.example.com/tour' }, { title: 'Vinyl', url: 'https://shop.example.com/smile' }, { title: 'Cover', url: 'https://pictures.example.com/a.png' }], socialLinks: [{ type: 'TIKTOK', url: 'https://www.tiktok.com/@ladygaga' }, { type: 'SPOTIFY', url: 'https://open.spotify.com/artist/1HY2Jd0NmPuamShAr6KMms' }] } } } };
    internet.site('linktr.ee', () => ({ body: page('<meta property="og:title" content="ladygaga | Listen, Instagram | Linktree">', `<a href="https://tickets.example.com/tour">Tour tickets</a><a href="https://linktr.ee/s/pricing">Join</a><script id="__NEXT_DATA__" type="application/json">${JSON.stringify(data)}</script>`) }));
    expect(await read('https://linktr.ee/ladygaga')).toEqual({
      url: 'https://linktr.ee/ladygaga', product: 'linktree', productName: 'Linktree', subject: 'ARTIST', title: '', artist: 'ladygaga', artworkUrl: null, slug: 'ladygaga',
      links: [{ status: 'RECOGNISED', platform: 'spotify', url: spotify }],
      otherLinks: [
        { kind: 'OTHER', url: 'https://tickets.example.com/tour', title: 'Tour tickets', network: null, networkName: null },
        { kind: 'OTHER', url: 'https://shop.example.com/smile', title: 'Vinyl', network: null, networkName: null },
        { kind: 'SOCIAL', url: 'https://www.tiktok.com/@ladygaga', title: 'TikTok', network: 'tiktok', networkName: 'TikTok' },
        { kind: 'ARTIST', url: 'https://open.spotify.com/artist/1HY2Jd0NmPuamShAr6KMms', title: 'Spotify', network: 'spotify', networkName: 'Spotify' },
      ],
    });
  });

  it('reads fanlink.to, song.link and HyperFollow pages, whatever holds their links', async () => {
    internet.site('fanlink.to', () => ({ body: page('<title>Lady Gaga - Die With A Smile | ToneDen</title>', `<script>window.page = {"services":[{"url":"${spotify.replaceAll('/', '\\/')}"},{"url":"https:\\u002F\\u002Fwww.deezer.com\\u002Falbum\\u002F629506181"}]};</script>`) }));
    expect(await read('https://fanlink.to/smile')).toMatchObject({ product: 'toneden', title: 'Die With A Smile', artist: 'Lady Gaga', slug: 'smile', links: links.slice(0, 2) });

    internet.site('song.link', () => ({ body: page('<meta property="og:title" content="Die With A Smile by Lady Gaga">', `<a href="${spotify}">Spotify</a><script type="application/json">{"linksByPlatform":{"spotify":{"url":"https://open.spotify.com/album/4aawyAB9vmqN3uQ7FjRGTy"},"tidal":{"url":"${tidal}"}}}</script>`) }));
    expect(await read('https://song.link/i/1762656724')).toMatchObject({ product: 'odesli', slug: null, title: 'Die With A Smile', links: [links[0], links[2]] });

    internet.site('distrokid.com', () => ({ body: page('<title>Die With A Smile by Lady Gaga - DistroKid</title>', `<a href="${deezer}">Deezer</a>`) }));
    expect(await read('https://distrokid.com/hyperfollow/ladygaga/die-with-a-smile-2')).toMatchObject({ product: 'hyperfollow', slug: 'die-with-a-smile-2', title: 'Die With A Smile', artist: 'Lady Gaga', links: [links[1]] });
  });

  it('takes a Bandcamp page for the destination that it is, and what it says of itself', async () => {
    const album = { '@type': 'MusicAlbum', name: 'Made Of Music', byArtist: { name: 'Sousou & Maher Cissoko' }, image: ['https://pictures.example.com/made.jpg'] };
    internet.site('sousoumahercissoko.bandcamp.com', () => ({ body: page(`<title>Made Of Music | Sousou</title><script type="application/ld+json">${JSON.stringify(album)}</script>`, '<a href="/album/stockholm-dakar">Another album</a><a href="https://open.spotify.com/album/4aawyAB9vmqN3uQ7FjRGTy">A friend</a>') }));
    expect(await read('https://sousoumahercissoko.bandcamp.com/album/made-of-music')).toMatchObject({
      product: 'bandcamp', title: 'Made Of Music', artist: 'Sousou & Maher Cissoko', artworkUrl: 'https://pictures.example.com/made.jpg', slug: 'made-of-music',
      links: [{ platform: 'bandcamp', url: 'https://sousoumahercissoko.bandcamp.com/album/made-of-music' }], otherLinks: [],
    });
  });

  it('reads any page, also one that only sends on, in an old encoding, with a base of its own', async () => {
    internet.site('www.example.com', ({ url }) => {
      if (url.pathname === '/old') return to('https://www.example.com/middle');
      if (url.pathname === '/middle') return { body: page('<meta http-equiv="Refresh" content="0;URL=\'/music/\'">', '') };
      return { headers: { 'content-type': 'text/html; charset=iso-8859-1' }, body: Buffer.from('<base href="https://www.deezer.com/"><title>Z\xe8bre</title><a href="album/629506181">h\xf6ren</a><a href="https://shop.example.net/vinyl">Platte &amp; mehr</a>', 'latin1') };
    });
    expect(await read('http://www.example.com/old')).toMatchObject({ url: 'https://www.example.com/music/', product: null, subject: 'UNKNOWN', title: 'Zèbre', links: [links[1]], otherLinks: [{ kind: 'OTHER', url: 'https://shop.example.net/vinyl', title: 'Platte & mehr' }] });
  });

  it('bears pages that were made to hurt', async () => {
    const site = (body: string | Buffer, headers = {}) => internet.site('hurt.example.com', () => ({ body, headers }));
    const timed = async () => {
      const started = Date.now();
      const found = await read('https://hurt.example.com/x');
      expect(Date.now() - started).toBeLessThan(20_000);
      return found;
    };
    site(page('', `<a href="${spotify}">S</a>${'<p>x</p>'.repeat(1_300_000)}`));
    expect((await timed()).links).toHaveLength(1);
    site(`<a href="${spotify}">S</a>${'<div>'.repeat(300_000)}${'</b>'.repeat(300_000)}`);
    expect((await timed()).links).toHaveLength(1);
    site(page('', `${Array.from({ length: 5_000 }, (_, index) => `<a href="https://site${index}.example.net/">x</a>`).join('')}<a href="${spotify}">S</a>`));
    expect((await timed()).otherLinks).toHaveLength(200);
    site(page('', `<a href="${spotify}">S</a>${'<script>var a="https://'.repeat(50_000)}</script><script type="application/json">${'['.repeat(100_000)}</script><script type="application/json">{"a":${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}}</script>`));
    expect((await timed()).links).toHaveLength(1);
    site(page('', `<a href="javascript:alert(1)">a</a><a href="data:text/html,x">b</a><a href="http://10.0.0.1/x">c</a><a href="http://localhost/">d</a><a href="//169.254.169.254/latest">e</a><a href="https://user:pass@example.com/">f</a><a href="https://[::1]/">g</a><a href="${spotify}">ok\u0000</a>`));
    expect(await timed()).toMatchObject({ links: [{ platform: 'spotify' }], otherLinks: [] });
    site(page('', Array.from({ length: 300 }, (_, index) => `<a href="/x/${index}">x</a>`).join('')));
    const before = internet.requests.length;
    await timed();
    expect(internet.requests.length - before).toBeLessThanOrEqual(1 + 40);
  }, 90_000);

  it('says in words why a page cannot be read', async () => {
    internet.site('loop.example.com', ({ url }) => to(`https://loop.example.com${url.pathname}x`));
    internet.site('answers.example.com', ({ url }) => ({ status: Number(url.pathname.slice(1)) }));
    internet.site('picture.example.com', () => ({ headers: { 'content-type': 'image/png' }, body: 'x' }));
    internet.site('inside.example.com', () => to('http://127.0.0.1:5432/'));
    internet.site('gone.example.com', () => ({ hangUp: true }));
    expect(await refused('https://loop.example.com/x')).toBe('PAGE_UNREACHABLE');
    expect([await refused('https://answers.example.com/404'), await refused('https://answers.example.com/403'), await refused('https://answers.example.com/503')]).toEqual(['PAGE_NOT_FOUND', 'PAGE_REFUSED', 'PAGE_UNREACHABLE']);
    expect(await refused('https://picture.example.com/')).toBe('PAGE_NOT_READABLE');
    expect(await refused('https://inside.example.com/')).toBe('PRIVATE_ADDRESS');
    expect(await refused('https://gone.example.com/')).toBe('PAGE_UNREACHABLE');
    expect([await refused('javascript:alert(1)'), await refused('nonsense'), await refused('https://user:x@example.com/')]).toEqual(['NOT_A_URL', 'NOT_A_URL', 'NOT_A_URL']);
  });

  it('makes a release of what was chosen, under its old address while that is free, with its picture', async () => {
    const world = await seedWorkspace(api);
    const { id: artistId } = await newArtist(world, unique());
    const picture = await sharp({ create: { width: 640, height: 640, channels: 3, background: '#a03060' } }).png().toBuffer();
    internet.site('pictures.example.com', () => ({ headers: { 'content-type': 'image/png' }, body: picture }));
    const input = { url: 'https://gaga.lnk.to/DieWithASmile', artistId, title: 'Die With A Smile', artistCredit: 'Lady Gaga & Bruno Mars', links: [spotify, deezer], slug: 'DieWithASmile', artworkUrl: 'https://pictures.example.com/smile.png' };
    const { moveIn } = await world.owner.run(MoveIn, { input });
    expect(moveIn).toMatchObject({
      slugKept: true, userErrors: [], links: [{ status: 'RECOGNISED' }, { status: 'RECOGNISED' }],
      release: { slug: 'diewithasmile', title: 'Die With A Smile', artistCredit: 'Lady Gaga & Bruno Mars', status: 'DRAFT', artwork: { id: expect.any(String) }, destinations: [{ platform: 'spotify', method: 'import' }, { platform: 'deezer' }] },
    });
    await until(async () => (await api.sql('select 1 from matches where workspace_id = $1 and began_from = $2', [world.workspaceId, input.url])).length === 1, 10_000);
    const { moveIn: second } = await world.owner.run(MoveIn, { input: { ...input, artworkUrl: 'http://10.0.0.1/x.png' } });
    expect(second).toMatchObject({ slugKept: false, release: { slug: 'die-with-a-smile', artwork: null } });
    expect((await world.owner.run(MoveIn, { input: { ...input, slug: 'Ünï' } })).moveIn).toMatchObject({ release: null, userErrors: [{ code: 'SLUG_INVALID', path: ['slug'] }] });
  });

  it('adds to a release that is there, and replaces nothing', async () => {
    const world = await seedWorkspace(api);
    const { id } = await newRelease(world, { artistId: (await world.artist()).id, links: 'https://open.spotify.com/album/4aawyAB9vmqN3uQ7FjRGTy' });
    const { moveIn } = await world.owner.run(MoveIn, { input: { url: 'https://example.com', releaseId: id, links: [spotify, tidal] } });
    expect(moveIn).toMatchObject({ release: { id, destinations: [{ url: 'https://open.spotify.com/album/4aawyAB9vmqN3uQ7FjRGTy' }, { url: tidal }] }, links: [{ status: 'CONFLICT' }, { status: 'RECOGNISED' }] });
  });

  it('brings a page of links to the bio page, beside what is there and only once', async () => {
    const world = await seedWorkspace(api);
    const { id: artistId } = await world.artist();
    const input = { artistId, links: [{ title: 'Tickets', url: 'https://tickets.example.com/tour' }, { title: 'Shop', url: 'shop.example.com' }, { title: 'x', url: 'javascript:alert(1)' }], socials: ['https://www.tiktok.com/@ladygaga', 'https://instagram.com/ladygaga?igsh=1'] };
    const { moveInToBioPage } = await world.owner.run(MoveInToBioPage, { input });
    expect(moveInToBioPage).toMatchObject({ added: 4, left: ['javascript:alert(1)'], userErrors: [] });
    const section = (type: string) => moveInToBioPage.bioPage?.sections.find((each) => each.type === type);
    expect(section('links')).toMatchObject({ visible: true, settings: { links: [{ title: 'Tickets', url: 'https://tickets.example.com/tour' }, { title: 'Shop', url: 'https://shop.example.com/' }] } });
    expect(section('socials')).toMatchObject({ settings: { links: [{ network: 'tiktok' }, { network: 'instagram', url: 'https://www.instagram.com/ladygaga/' }] } });
    const { moveInToBioPage: again } = await world.owner.run(MoveInToBioPage, { input });
    expect(again).toMatchObject({ added: 0, bioPage: { version: moveInToBioPage.bioPage?.version } });
    expect(again.left).toHaveLength(5);
  });
});
