import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql } from '@lynkify/contract';
import { shareContexts, shortPath } from '@lynkify/domain';
import request from 'supertest';
import { aVisit, ship } from '../testing/audience.js';
import { ArchiveRelease, ChangeHandle, ChangeSlug, newArtist, newRelease, pageAt, publish, PublishBioPage, UnpublishRelease } from '../testing/catalogue.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace, unique, type World } from '../testing/world.js';

const Make = graphql(`mutation MakeShareLink($input: MakeShareLinkInput!) { makeShareLink(input: $input) { shareLink { code shortUrl url page channel channelName campaign } userErrors { code path } } }`);
const MakeWithText = graphql(`mutation MakeShareLinkText($input: MakeShareLinkInput!, $context: String!) { makeShareLink(input: $input) { shareLink { shortUrl url text(context: $context) } } }`);
const Contexts = graphql(`query ShareContexts { shareContexts { id page channel hint texts { released } } }`);
const LinksOf = graphql(`query ShareLinksOf($release: ID!, $artist: ID!) { release(id: $release) { shareLinks { code channel visitsThisWeek } } artist(id: $artist) { shareLinks { code channel campaign visitsThisWeek } } }`);
const Delete = graphql(`mutation DeleteShared($input: DeleteReleaseInput!) { deleteRelease(input: $input) { userErrors { code } } }`);

describe('short forms of addresses', () => {
  let api: TestApi;
  let world: World;
  beforeAll(async () => {
    api = await startTestApi();
    world = await seedWorkspace(api, { kind: 'label' });
  });
  afterAll(() => api.stop());

  const seed = async (more = {}) => {
    const artist = await newArtist(world, unique());
    return { artist, release: await newRelease(world, { artistId: artist.id, title: 'Zebra', ...more }) };
  };
  const make = async (input: { releaseId?: string; artistId?: string; context?: string; channel?: string; page?: 'SMART_LINK' | 'BIO_PAGE'; campaign?: string }) => (await world.owner.run(Make, { input })).makeShareLink;
  const made = async (input: Parameters<typeof make>[0]) => {
    const { shareLink, userErrors } = await make(input);
    if (!shareLink) throw new Error(userErrors.map(({ code }) => code).join());
    return shareLink;
  };

  it('are those of the page that belongs at the place: the release’s or its artist’s', async () => {
    const { artist, release } = await seed();
    const pages = api.environment.publicPagesUrl;
    expect((await world.owner.run(Contexts, {})).shareContexts.map(({ id }) => id)).toEqual(shareContexts.map(({ id }) => id));
    for (const { id: context, page, channel } of shareContexts) {
      const link = await made({ releaseId: release.id, context });
      const address = page === 'smart-link' ? `${pages}/${artist.handle}/zebra` : `${pages}/${artist.handle}`;
      expect(link).toMatchObject({ page: page === 'smart-link' ? 'SMART_LINK' : 'BIO_PAGE', channel, campaign: null, url: `${address}?via=${channel}`, shortUrl: `${pages}${shortPath(link.code)}` });
      expect(link.code).toMatch(/^[b-df-hjkmnp-tv-z2-9]{7}$/u);
    }
    // The other page, where somebody wants it.
    expect((await made({ releaseId: release.id, context: 'poster', page: 'SMART_LINK' })).url).toBe(`${pages}/${artist.handle}/zebra?via=qr`);
  });

  it('stay the same however often and from how many sides at once they are asked for, one for each campaign', async () => {
    const { artist, release } = await seed();
    const links = await Promise.all(Array.from({ length: 6 }, () => made({ releaseId: release.id, context: 'instagram-bio' })));
    expect(new Set(links.map(({ code }) => code)).size).toBe(1);
    expect((await made({ artistId: artist.id, channel: 'instagram-bio' })).code).toBe(links[0]?.code);
    const tour = await made({ artistId: artist.id, context: 'instagram-bio', campaign: ' Summer  tour ' });
    expect(tour).toMatchObject({ campaign: 'Summer tour', url: expect.stringMatching(/\?via=instagram-bio&utm_campaign=Summer%20tour$/u) });
    expect(tour.code).not.toBe(links[0]?.code);
    expect((await made({ artistId: artist.id, context: 'instagram-bio', campaign: 'Summer tour' })).code).toBe(tour.code);
  });

  it('lead to the page from its publishing on, wherever it moves, archived or taken down', async () => {
    const { artist, release } = await seed();
    const before = await made({ releaseId: release.id, context: 'press-article', campaign: 'Tour' });
    const bio = await made({ releaseId: release.id, context: 'epk' });
    expect(await pageAt(world, shortPath(before.code))).toBeNull();
    await publish(world.owner, release.id);
    const after = await made({ releaseId: release.id, context: 'ad' });
    const leads = (to: string, via: string, more = {}) => ({ kind: 'redirect', workspaceId: world.workspaceId, to, via, ...more });
    expect(await pageAt(world, shortPath(before.code))).toEqual(leads(`/${artist.handle}/zebra`, 'press', { campaign: 'Tour' }));
    expect(await pageAt(world, shortPath(after.code))).toEqual(leads(`/${artist.handle}/zebra`, 'ad'));
    expect(await pageAt(world, shortPath(bio.code))).toBeNull();
    await world.owner.run(PublishBioPage, { input: { artistId: artist.id } });
    expect(await pageAt(world, shortPath(bio.code))).toEqual(leads(`/${artist.handle}`, 'epk'));

    await world.owner.run(ChangeSlug, { input: { releaseId: release.id, slug: 'quagga' } });
    const handle = unique();
    await world.owner.run(ChangeHandle, { input: { artistId: artist.id, handle } });
    await world.owner.run(ArchiveRelease, { input: { releaseId: release.id } });
    expect(await pageAt(world, shortPath(after.code))).toEqual(leads(`/${handle}/quagga`, 'ad'));
    expect(await pageAt(world, shortPath(bio.code))).toEqual(leads(`/${handle}`, 'epk'));
    expect(await pageAt(world, `/${handle}/quagga`)).toMatchObject({ kind: 'archived' });
  });

  it('of a page that was taken down lead to it again once it is back', async () => {
    const { artist, release } = await seed();
    await publish(world.owner, release.id);
    await world.owner.run(UnpublishRelease, { input: { releaseId: release.id } });
    const link = await made({ releaseId: release.id, context: 'ad' });
    expect(await pageAt(world, shortPath(link.code))).toMatchObject({ to: `/${artist.handle}/zebra` });
    expect(await pageAt(world, `/${artist.handle}/zebra`)).toMatchObject({ kind: 'gone' });
  });

  it('of a release that is deleted say that it is gone', async () => {
    const { artist, release } = await seed();
    const { code } = await made({ releaseId: release.id, context: 'ad' });
    await world.owner.run(Delete, { input: { releaseId: release.id } });
    expect(await pageAt(world, shortPath(code))).toEqual({ kind: 'gone', workspaceId: world.workspaceId, artist: { id: artist.id, handle: artist.handle, name: 'An artist' } });
  });

  it('come with the text for the place, before the release and after it', async () => {
    const { release } = await seed({ releaseDate: '2099-12-31' });
    const out = await seed({ releaseDate: '2024-08-16' });
    const textOf = async (releaseId: string, context: string) => {
      const { shareLink } = (await world.owner.run(MakeWithText, { input: { releaseId, context }, context })).makeShareLink;
      return shareLink && shareLink.text.replace(shareLink.shortUrl, 'SHORT').replace(shareLink.url, 'FULL');
    };
    expect(await textOf(release.id, 'release-day-post')).toBe('“Zebra” is coming on 31 December 2099. Pre-save it or be reminded: SHORT');
    expect(await textOf(out.release.id, 'release-day-post')).toBe('“Zebra” is out now. Listen wherever you like: SHORT');
    expect(await textOf(out.release.id, 'epk')).toBe('An artist: music, dates and contact: FULL');
  });

  it('say how many came by their channel within a week', async () => {
    const { artist, release } = await seed();
    const [press, bio] = [await made({ releaseId: release.id, context: 'press-article' }), await made({ artistId: artist.id, context: 'instagram-bio' })];
    const tenant = { workspaceId: world.workspaceId, artistId: artist.id, releaseId: release.id, handle: artist.handle };
    const long = new Date(Date.now() - 9 * 86_400_000).toISOString();
    await ship(api, [aVisit(tenant, { channel: 'press' }), aVisit(tenant, { channel: 'press' }), aVisit(tenant, { channel: 'press', at: long }), aVisit(tenant), aVisit(tenant, { releaseId: null, channel: 'instagram-bio' })]);
    const { release: shown, artist: whose } = await world.owner.run(LinksOf, { release: release.id, artist: artist.id });
    expect(shown?.shareLinks).toEqual([{ code: press.code, channel: 'press', visitsThisWeek: 2 }]);
    expect(whose?.shareLinks).toEqual([{ code: bio.code, channel: 'instagram-bio', campaign: null, visitsThisWeek: 1 }]);
  });

  it.each([
    [{}, 'CHANNEL_MISSING'],
    [{ context: 'constructor' }, 'CONTEXT_UNKNOWN'],
    [{ channel: 'pigeon' }, 'CHANNEL_UNKNOWN'],
    [{ context: 'ad' }, 'RELEASE_MISSING'],
    [{ context: 'epk' }, 'ARTIST_MISSING'],
    [{ context: 'epk', artistId: 'a', releaseId: 'b' }, 'NAME_ONE'],
    [{ context: 'epk', artistId: 'a', campaign: 'x'.repeat(61) }, 'CAMPAIGN_TOO_LONG'],
  ])('are refused for %j: %s', async (input, code) => {
    expect(await make(input)).toMatchObject({ shareLink: null, userErrors: [{ code }] });
  });

  it('are made over REST too, never for somebody else’s release', async () => {
    const { release } = await seed();
    const key = await world.apiKey(['releases:write']);
    const post = (id: string, body: object, with_ = key.key) => request(api.url).post(`/v1/releases/${id}/share-links`).set('authorization', `Bearer ${with_}`).send(body);
    const { body } = await post(release.id, { context: 'playlist-pitch', campaign: 'May' }).expect(200);
    expect(body.shareLink).toMatchObject({ page: 'smart-link', channel: 'playlist-pitch', campaign: 'May', text: expect.stringContaining(body.shareLink.url), hint: expect.stringContaining('curator') });
    expect((await post(release.id, { context: 'pigeon' }).expect(422)).body).toMatchObject({ code: 'CONTEXT_UNKNOWN', fields: { context: expect.any(String) } });
    await post(release.id, { page: 'poster' }).expect(400);
    const stranger = await (await seedWorkspace(api)).apiKey(['releases:write']);
    await post(release.id, { context: 'ad' }, stranger.key).expect(404);
    await post(release.id, { context: 'ad' }, (await world.apiKey(['releases:read'])).key).expect(403);
  });
});
