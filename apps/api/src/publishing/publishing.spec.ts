import { scryptSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql } from '@lynkify/contract';
import { compileSmartLink, defaultCaptureForm, defaultTheme, parseTheme, readPasswordHash } from '@lynkify/domain';
import { offeredBefore } from '@lynkify/platforms';
import { AddDestinations, ArchiveRelease, ChangeHandle, ChangeSlug, CreateRelease, newArtist, newRelease, pageAt, publish, PublishBioPage, PublishRelease, UnpublishRelease, UpdateRelease } from '../testing/catalogue.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace, unique } from '../testing/world.js';

const Restore = graphql(`mutation Restore($input: RestoreReleaseInput!) { restoreRelease(input: $input) { release { status hasUnpublishedChanges archiveLeadsTo } userErrors { code } } }`);
const SetPassword = graphql(`mutation SetPassword($input: SetReleasePasswordInput!) { setReleasePassword(input: $input) { release { passwordMark hasUnpublishedChanges } userErrors { code path } } }`);
const Access = graphql(`mutation Access($input: UpdateReleaseInput!) { updateRelease(input: $input) { release { elsewhere expires expiresAt afterExpiry } userErrors { code path } } }`);
const Published = graphql(`query Published($id: ID!) { release(id: $id) { publishedDocument } }`);
const Delete = graphql(`mutation Delete($input: DeleteReleaseInput!) { deleteRelease(input: $input) { deletedReleaseId userErrors { code } } }`);
const UnpublishBioPage = graphql(`mutation UnpublishBioPage($input: UnpublishBioPageInput!) { unpublishBioPage(input: $input) { bioPage { status publishedVersion } userErrors { code } } }`);
const UpdateBioPage = graphql(`mutation UpdateBioPage($input: UpdateBioPageInput!) { updateBioPage(input: $input) { bioPage { version hasUnpublishedChanges } userErrors { code path } } }`);
const Pages = graphql(`query Pages($first: Int!, $after: String, $kind: String) { publishedPages(first: $first, after: $after, kind: $kind) { nodes { path kind version } pageInfo { endCursor hasNextPage } } }`);

describe('publishing', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const seed = async () => {
    const world = await seedWorkspace(api);
    const artist = await newArtist(world, unique(), 'Lady Gaga');
    return { world, artist, artistId: artist.id, handle: artist.handle };
  };

  it('makes the document of the domain out of the rows', async () => {
    const { world, artist, artistId, handle } = await seed();
    const release = await newRelease(world, { artistId, title: 'Die With A Smile', slug: 'smile' });
    const details = { releaseDate: '2024-08-16', releaseTime: '00:00', timeZone: 'America/New_York', upc: '00602475093060', artistCredit: 'Lady Gaga & Bruno Mars', description: 'Out now.' };
    await world.owner.run(UpdateRelease, { input: { releaseId: release.id, ...details, theme: { accent: '#E5482D' } } });
    await world.owner.run(graphql(`mutation Tracks($input: SetTracksInput!) { setTracks(input: $input) { userErrors { code } } }`), { input: { releaseId: release.id, tracks: [{ title: 'Die With A Smile', isrc: 'USUM72409273' }] } });
    expect(await publish(world.owner, release.id)).toMatchObject({ status: 'PUBLISHED', version: 3, publishedVersion: 3, hasUnpublishedChanges: false });
    const theme = parseTheme({ accent: '#E5482D' }, defaultTheme);
    if (!theme.ok) throw new Error('the theme is right');
    // The picture for link previews is drawn afterwards.
    expect({ ...(await pageAt(world, `/${handle}/smile`)), sharePicture: undefined }).toEqual(
      compileSmartLink({
        workspaceId: world.workspaceId,
        artist,
        release: { id: release.id, slug: 'smile', title: 'Die With A Smile', type: 'single', ...details },
        artwork: null,
        destinations: release.destinations.map((destination) => ({ ...destination, before: offeredBefore(destination.platform) })),
        tracks: [{ title: 'Die With A Smile', isrc: 'USUM72409273', durationMs: null }],
        capture: defaultCaptureForm('Lady Gaga'),
        theme: theme.value,
        others: [],
      }),
    );
    expect(await pageAt(world, `/${handle}/smile`)).toMatchObject({ release: { releasedAt: '2024-08-16T04:00:00.000Z' } });
  });

  it('never shows what is only saved', async () => {
    const { world, artistId, handle } = await seed();
    const { id, slug } = await newRelease(world, { artistId, title: 'Before' });
    expect(await pageAt(world, `/${handle}/${slug}`)).toBeNull();
    await publish(world.owner, id);
    const { updateRelease } = await world.owner.run(UpdateRelease, { input: { releaseId: id, title: 'After' } });
    expect(updateRelease.release?.hasUnpublishedChanges).toBe(true);
    expect(await pageAt(world, `/${handle}/${slug}`)).toMatchObject({ release: { title: 'Before' } });
    await publish(world.owner, id);
    expect(await pageAt(world, `/${handle}/${slug}`)).toMatchObject({ release: { title: 'After' } });
  });

  it('refuses a release without a title or without a platform', async () => {
    const { world, artistId } = await seed();
    const codes = async (input: { title?: string; links?: string }) => {
      const { createRelease } = await world.owner.run(CreateRelease, { input: { artistId, ...input } });
      const { publishRelease } = await world.owner.run(PublishRelease, { input: { releaseId: createRelease.release?.id ?? '' } });
      return publishRelease.userErrors.map(({ code }) => code);
    };
    expect(await codes({ links: 'https://www.deezer.com/album/629506181' })).toEqual(['TITLE_MISSING']);
    expect(await codes({ title: 'A title' })).toEqual(['NO_DESTINATIONS']);
  });

  it('answers 410 for what was taken down, and brings it back only when it is published again', async () => {
    const { world, artist, artistId, handle } = await seed();
    const { id } = await newRelease(world, { artistId, slug: 'song' });
    await publish(world.owner, id);
    const { unpublishRelease } = await world.owner.run(UnpublishRelease, { input: { releaseId: id } });
    expect(unpublishRelease.release).toEqual({ status: 'UNPUBLISHED', publishedVersion: null });
    const gone = { kind: 'gone', workspaceId: world.workspaceId, artist: { id: artist.id, handle, name: artist.name } };
    expect(await pageAt(world, `/${handle}/song`)).toEqual(gone);
    expect((await world.owner.run(UnpublishRelease, { input: { releaseId: id } })).unpublishRelease.userErrors).toEqual([{ code: 'NOT_PUBLISHED' }]);

    // What was taken down on purpose is not brought back by the archive.
    expect((await world.owner.run(ArchiveRelease, { input: { releaseId: id } })).archiveRelease.release).toMatchObject({ status: 'ARCHIVED', archiveLeadsTo: 'GONE' });
    expect((await world.owner.run(Restore, { input: { releaseId: id } })).restoreRelease.release).toMatchObject({ status: 'UNPUBLISHED' });
    expect(await pageAt(world, `/${handle}/song`)).toEqual(gone);
    await publish(world.owner, id);
    expect(await pageAt(world, `/${handle}/song`)).toMatchObject({ kind: 'smart-link' });
  });

  it('keeps the address of an archived release leading somewhere, and restores its page as it was', async () => {
    const { world, artistId, handle } = await seed();
    const { id } = await newRelease(world, { artistId, title: 'Zebra', slug: 'song' });
    await publish(world.owner, id);
    await world.owner.run(PublishBioPage, { input: { artistId } });
    const published = await pageAt(world, `/${handle}/song`);
    await world.owner.run(UpdateRelease, { input: { releaseId: id, title: 'Only saved' } });
    const archive = async (input: { leadsTo?: 'ARTIST' | 'PLATFORM' | 'GONE'; platform?: string }) => (await world.owner.run(ArchiveRelease, { input: { releaseId: id, ...input } })).archiveRelease;

    expect((await archive({ leadsTo: 'PLATFORM', platform: 'tidal' })).userErrors).toEqual([{ code: 'PLATFORM_MISSING' }]);
    expect((await archive({})).release).toEqual({ status: 'ARCHIVED', archiveLeadsTo: 'ARTIST', archivePlatform: null, publishedVersion: null });
    expect(await pageAt(world, `/${handle}/song`)).toMatchObject({ ...published, kind: 'archived', leadsTo: 'artist', platform: null });
    expect(await pageAt(world, `/${handle}`)).toMatchObject({ releases: [] });
    expect((await world.owner.run(Published, { id })).release?.publishedDocument).toBeNull();
    const { publishRelease } = await world.owner.run(PublishRelease, { input: { releaseId: id } });
    expect(publishRelease.userErrors).toEqual([{ code: 'RELEASE_ARCHIVED', path: [] }]);

    expect((await archive({ leadsTo: 'PLATFORM', platform: 'deezer' })).release).toMatchObject({ archiveLeadsTo: 'PLATFORM', archivePlatform: 'deezer' });
    await world.owner.run(ChangeSlug, { input: { releaseId: id, slug: 'moved' } });
    expect(await pageAt(world, `/${handle}/song`)).toMatchObject({ kind: 'redirect', to: `/${handle}/moved` });
    expect(await pageAt(world, `/${handle}/moved`)).toMatchObject({ kind: 'archived', leadsTo: 'platform', platform: 'deezer', release: { slug: 'moved' } });

    const scripts = await world.apiKey(['releases:read', 'releases:write']);
    await expect(scripts.run(Restore, { input: { releaseId: id } })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await world.owner.run(Restore, { input: { releaseId: id } })).restoreRelease.release).toEqual({ status: 'PUBLISHED', hasUnpublishedChanges: true, archiveLeadsTo: null });
    expect(await pageAt(world, `/${handle}/moved`)).toMatchObject({ kind: 'smart-link', release: { title: 'Zebra', slug: 'moved' } });
    expect(await pageAt(world, `/${handle}/moved`)).not.toHaveProperty('leadsTo');
    expect(await pageAt(world, `/${handle}`)).toMatchObject({ releases: [{ id, slug: 'moved' }] });
    expect((await world.owner.run(Restore, { input: { releaseId: id } })).restoreRelease.userErrors).toEqual([{ code: 'NOT_ARCHIVED' }]);
  });

  it('writes into the document how long the page lasts, and what becomes of platforms from elsewhere', async () => {
    const { world, artistId, handle } = await seed();
    const { id, slug } = await newRelease(world, { artistId });
    const update = async (input: object) => (await world.owner.run(Access, { input: { releaseId: id, ...input } })).updateRelease;
    expect((await update({ expires: 'next week' })).userErrors).toEqual([{ code: 'MOMENT_INVALID', path: ['expires'] }]);
    expect((await update({ timeZone: 'Asia/Seoul', expires: '2031-05-10 9:00', afterExpiry: 'GONE', elsewhere: 'HIDE' })).release).toEqual({ elsewhere: 'HIDE', expires: '2031-05-10T09:00', expiresAt: '2031-05-10T00:00:00.000Z', afterExpiry: 'GONE' });
    await world.owner.run(PublishBioPage, { input: { artistId } });
    await publish(world.owner, id);
    expect(await pageAt(world, `/${handle}/${slug}`)).toMatchObject({ elsewhere: 'hide', access: { expiresAt: '2031-05-10T00:00:00.000Z', afterwards: 'gone', password: null } });
    expect(await pageAt(world, `/${handle}`)).toMatchObject({ releases: [{ id, expiresAt: '2031-05-10T00:00:00.000Z' }] });
    expect((await update({ expires: null })).release).toMatchObject({ expires: null, expiresAt: null });
  });

  it('keeps of a password what renderers need, shows members only that it changed, and nobody the page on the artist’s', async () => {
    const { world, artistId, handle } = await seed();
    const { id, slug } = await newRelease(world, { artistId });
    await world.owner.run(PublishBioPage, { input: { artistId } });
    const set = async (password: string | null) => (await world.owner.run(SetPassword, { input: { releaseId: id, password } })).setReleasePassword;
    expect((await set('short')).userErrors).toEqual([{ code: 'PASSWORD_TOO_SHORT', path: ['password'] }]);
    const first = await set('for the press');
    expect(first.release).toEqual({ passwordMark: expect.stringMatching(/^[\w-]{22}$/u), hasUnpublishedChanges: true });
    await publish(world.owner, id);

    const page = await pageAt(world, `/${handle}/${slug}`);
    const hash = readPasswordHash((page?.kind === 'smart-link' && page.access?.password) || '');
    const asked = (password: string) => scryptSync(password, Buffer.from(hash?.salt ?? '', 'base64url'), 32, { cost: 2 ** (hash?.logCost ?? 1), blockSize: hash?.blockSize, parallelization: hash?.parallelism }).toString('base64url');
    expect(asked('for the press')).toBe(hash?.key);
    expect(asked('For the press')).not.toBe(hash?.key);
    expect(JSON.stringify(page)).not.toContain('press');
    expect(await pageAt(world, `/${handle}`)).toMatchObject({ releases: [] });
    expect((await world.owner.run(Published, { id })).release?.publishedDocument).toMatchObject({ access: { password: first.release?.passwordMark } });

    expect((await set('for the press')).release?.passwordMark).not.toBe(first.release?.passwordMark);
    expect((await set(null)).release?.passwordMark).toBeNull();
    await publish(world.owner, id);
    expect(await pageAt(world, `/${handle}/${slug}`)).not.toHaveProperty('access');
    expect(await pageAt(world, `/${handle}`)).toMatchObject({ releases: [{ id }] });
  });

  it('lets only drafts be deleted that were never public', async () => {
    const { world, artistId } = await seed();
    const [draft, published] = [await newRelease(world, { artistId }), await newRelease(world, { artistId })];
    await publish(world.owner, published.id);
    await world.owner.run(UnpublishRelease, { input: { releaseId: published.id } });
    expect((await world.owner.run(Delete, { input: { releaseId: draft.id } })).deleteRelease).toEqual({ deletedReleaseId: draft.id, userErrors: [] });
    expect((await world.owner.run(Delete, { input: { releaseId: published.id } })).deleteRelease).toEqual({ deletedReleaseId: null, userErrors: [{ code: 'RELEASE_WAS_PUBLISHED' }] });
    await expect(world.owner.run(Delete, { input: { releaseId: draft.id } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('keeps the releases of a public bio page up to date without publishing what else is saved of it', async () => {
    const { world, artistId, handle } = await seed();
    const older = await newRelease(world, { artistId, title: 'Older', slug: 'older', releaseDate: '2020-01-01' });
    const newer = await newRelease(world, { artistId, title: 'Newer', slug: 'newer', releaseDate: '2024-01-01' });
    await publish(world.owner, older.id);
    await world.owner.run(UpdateBioPage, { input: { artistId, headline: 'As published' } });
    const { publishBioPage } = await world.owner.run(PublishBioPage, { input: { artistId } });
    expect(publishBioPage.bioPage).toMatchObject({ status: 'PUBLISHED', version: 2, publishedVersion: 2, hasUnpublishedChanges: false, publicUrl: `http://localhost:4200/${handle}` });
    await world.owner.run(UpdateBioPage, { input: { artistId, headline: 'Only saved' } });

    const titles = async () => {
      const page = await pageAt(world, `/${handle}`);
      expect(page).toMatchObject({ kind: 'bio-page', headline: 'As published' });
      return page?.kind === 'bio-page' ? page.releases.map(({ title, slug }) => `${title} at ${slug}`) : [];
    };
    expect(await titles()).toEqual(['Older at older']);
    await publish(world.owner, newer.id);
    expect(await titles()).toEqual(['Newer at newer', 'Older at older']);
    await world.owner.run(UpdateRelease, { input: { releaseId: newer.id, title: 'Only saved' } });
    await world.owner.run(ChangeSlug, { input: { releaseId: newer.id, slug: 'newest' } });
    expect(await titles()).toEqual(['Newer at newest', 'Older at older']);
    await world.owner.run(UnpublishRelease, { input: { releaseId: newer.id } });
    expect(await titles()).toEqual(['Older at older']);
  });

  it('loses no release of a bio page when many are published at the same moment', async () => {
    const { world, artistId, handle } = await seed();
    await world.owner.run(PublishBioPage, { input: { artistId } });
    const releases = await Promise.all(['One', 'Two', 'Three', 'Four', 'Five'].map((title) => newRelease(world, { artistId, title })));
    await Promise.all(releases.map(({ id }) => publish(world.owner, id)));
    const page = await pageAt(world, `/${handle}`);
    expect(page?.kind === 'bio-page' && page.releases.map(({ title }) => title).sort()).toEqual(['Five', 'Four', 'One', 'Three', 'Two']);
  });

  it('leaves no page behind at an address that was left at the same moment', async () => {
    const { world, artistId } = await seed();
    const { id } = await newRelease(world, { artistId, slug: 'song' });
    const handle = `${unique()}-new`;
    await Promise.all([publish(world.owner, id), world.owner.run(ChangeHandle, { input: { artistId, handle } })]);
    expect(await pageAt(world, `/${handle}/song`)).toMatchObject({ kind: 'smart-link', artist: { handle } });
  });

  it('takes a bio page down', async () => {
    const { world, artistId, handle } = await seed();
    expect((await world.owner.run(UnpublishBioPage, { input: { artistId } })).unpublishBioPage.userErrors).toEqual([{ code: 'NOT_PUBLISHED' }]);
    await world.owner.run(PublishBioPage, { input: { artistId } });
    expect((await world.owner.run(UnpublishBioPage, { input: { artistId } })).unpublishBioPage.bioPage).toEqual({ status: 'UNPUBLISHED', publishedVersion: null });
    expect(await pageAt(world, `/${handle}`)).toMatchObject({ kind: 'gone', artist: { handle } });
  });

  it('gives the renderer every published page, by path, and nobody else any', async () => {
    const { world, artistId, handle } = await seed();
    for (const slug of ['a', 'b', 'c']) await publish(world.owner, (await newRelease(world, { artistId, slug })).id);
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { publishedPages }: { publishedPages: { nodes: { path: string }[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } } } = await world.renderer.run(Pages, { first: 2, after, kind: 'smart-link' });
      seen.push(...publishedPages.nodes.map(({ path }) => path));
      if (!publishedPages.pageInfo.hasNextPage) break;
      after = publishedPages.pageInfo.endCursor;
    }
    expect(seen).toEqual([...seen].sort());
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((path) => path.startsWith(`/${handle}/`))).toEqual(['a', 'b', 'c'].map((slug) => `/${handle}/${slug}`));
    await expect(world.owner.run(Pages, { first: 2 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(world.anonymous.run(Pages, { first: 2 })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('is for editors and for keys that carry the scope, not for viewers', async () => {
    const { world, artistId } = await seed();
    const { id } = await newRelease(world, { artistId });
    for (const who of [await world.member('viewer'), await world.apiKey(['releases:write', 'releases:read'])]) {
      await expect(who.run(PublishRelease, { input: { releaseId: id } })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await publish(await world.apiKey(['releases:read', 'pages:publish']), id)).toMatchObject({ status: 'PUBLISHED' });
    expect(await publish(await world.member('editor'), id)).toMatchObject({ status: 'PUBLISHED' });
  });

  it('does not publish what belongs to another workspace', async () => {
    const { world, artistId } = await seed();
    const { id } = await newRelease(world, { artistId });
    const { owner: other } = await seedWorkspace(api);
    await expect(other.run(PublishRelease, { input: { releaseId: id } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(other.run(PublishBioPage, { input: { artistId } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(other.run(AddDestinations, { input: { releaseId: id, text: 'x' } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
