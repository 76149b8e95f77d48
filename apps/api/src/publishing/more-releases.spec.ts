import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql } from '@lynkify/contract';
import type { SmartLinkDocument } from '@lynkify/domain';
import { until } from '@lynkify/testing';
import { newArtist, newRelease, pageAt, publish, UnpublishRelease, UpdateRelease } from '../testing/catalogue.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace, unique, type World } from '../testing/world.js';

const Rename = graphql(`mutation RenameForCards($input: UpdateArtistInput!) { updateArtist(input: $input) { userErrors { code } } }`);
const SetBelow = graphql(`
  mutation SetBelow($input: UpdateReleaseInput!) { updateRelease(input: $input) { release { previews alsoBy video { url title } } userErrors { code path } } }
`);
const SetTracks = graphql(`mutation SetHeard($input: SetTracksInput!) { setTracks(input: $input) { release { tracks { title previewUrl } } userErrors { code } } }`);

const apple = 'https://audio-ssl.itunes.apple.com/itunes-assets/AudioPreview211/v4/mzaf_1.m4a';

describe('what stands below the buttons', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const page = async (world: World, path: string): Promise<SmartLinkDocument> => {
    const document = await pageAt(world, path);
    if (document?.kind !== 'smart-link') throw new Error(`there is no page at ${path}`);
    return document;
  };
  const shown = async (world: World, path: string) => (await page(world, path)).more?.map(({ title }) => title);

  it('are the artist’s six newest other releases, kept up to date on every page of theirs', async () => {
    const world = await seedWorkspace(api);
    const artist = await newArtist(world, unique());
    const at = (slug: string) => `/${artist.handle}/${slug}`;
    const made: { id: string }[] = [];
    for (let year = 1; year <= 8; year += 1) {
      const release = await newRelease(world, { artistId: artist.id, title: `Song ${year}`, slug: `song-${year}`, releaseDate: `200${year}-01-01` });
      await publish(world.owner, release.id);
      made.push(release);
    }
    expect(await shown(world, at('song-8'))).toEqual([7, 6, 5, 4, 3, 2].map((year) => `Song ${year}`));
    await until(async () => (await shown(world, at('song-1')))?.[0] === 'Song 8', 10_000);
    expect(await shown(world, at('song-1'))).toEqual([8, 7, 6, 5, 4, 3].map((year) => `Song ${year}`));

    await world.owner.run(UpdateRelease, { input: { releaseId: made[6]?.id ?? '', title: 'Song Seven' } });
    await publish(world.owner, made[6]?.id ?? '');
    await until(async () => (await shown(world, at('song-1')))?.[1] === 'Song Seven', 10_000);

    await world.owner.run(UnpublishRelease, { input: { releaseId: made[7]?.id ?? '' } });
    await until(async () => (await shown(world, at('song-1')))?.[0] === 'Song Seven', 10_000);
    expect(await shown(world, at('song-1'))).toEqual(['Song Seven', 'Song 6', 'Song 5', 'Song 4', 'Song 3', 'Song 2']);

    await world.owner.run(Rename, { input: { artistId: artist.id, name: 'Another name' } });
    await until(async () => (await page(world, at('song-1'))).more?.[0]?.artistCredit === 'Another name', 10_000);
  });

  it('leaves pages alone that show what they should already, and those that show none', async () => {
    const world = await seedWorkspace(api);
    const artist = await newArtist(world, unique());
    const [first, second, without] = [await newRelease(world, { artistId: artist.id, title: 'First', slug: 'first' }), await newRelease(world, { artistId: artist.id, title: 'Second', slug: 'second' }), await newRelease(world, { artistId: artist.id, title: 'Without', slug: 'without' })];
    await world.owner.run(SetBelow, { input: { releaseId: without.id, alsoBy: false } });
    for (const { id } of [without, first, second]) await publish(world.owner, id);
    await until(async () => (await shown(world, `/${artist.handle}/first`))?.length === 2, 10_000);
    const idle = async () => (await api.sql(`select 1 from graphile_worker.jobs where task_identifier = 'publishing.more-releases'`)).length === 0;
    await until(idle, 10_000);
    const versions = () => api.sql(`select path, version from published_pages where artist_id = $1 and kind = 'smart-link' and path not like '%/second' order by path`, [artist.id]);
    const before = await versions();

    await publish(world.owner, second.id);
    await until(idle, 10_000);

    expect(await versions()).toEqual(before);
    expect((await page(world, `/${artist.handle}/without`)).more).toBeUndefined();
  });

  it('are a video and previews, as far as they are wanted', async () => {
    const world = await seedWorkspace(api);
    const artist = await newArtist(world, unique());
    const { id: releaseId } = await newRelease(world, { artistId: artist.id, slug: 'heard' });
    await world.owner.run(SetTracks, { input: { releaseId, tracks: [{ title: 'One', durationMs: 1_000 }, { title: 'Two' }] } });
    await api.sql(`update tracks set preview_url = $2 where release_id = $1 and position = 0`, [releaseId, apple]);

    const set = await world.owner.run(SetBelow, { input: { releaseId, video: { url: 'youtu.be/kPa7bsKwL-c?t=3', title: ' Live ' } } });
    expect(set.updateRelease).toEqual({ release: { previews: true, alsoBy: true, video: { url: 'https://www.youtube.com/watch?v=kPa7bsKwL-c', title: 'Live' } }, userErrors: [] });
    const refused = await world.owner.run(SetBelow, { input: { releaseId, video: { url: 'https://example.com/a.mp4' } } });
    expect(refused.updateRelease.userErrors).toEqual([{ code: 'VIDEO_INVALID', path: ['video', 'url'] }]);

    // Put in another order, renamed where its length tells that it is the same: recordings keep their previews.
    const { setTracks } = await world.owner.run(SetTracks, { input: { releaseId, tracks: [{ title: 'Two' }, { title: 'One', durationMs: 1_000 }] } });
    expect(setTracks.release?.tracks).toEqual([{ title: 'Two', previewUrl: null }, { title: 'One', previewUrl: apple }]);
    await publish(world.owner, releaseId);
    const heard = await page(world, `/${artist.handle}/heard`);
    expect(heard.release.tracks.map(({ previewUrl }) => previewUrl)).toEqual([undefined, apple]);
    expect(heard.video).toEqual({ provider: 'youtube', id: 'kPa7bsKwL-c', title: 'Live' });

    await world.owner.run(SetBelow, { input: { releaseId, previews: false, video: null } });
    await publish(world.owner, releaseId);
    const quiet = await page(world, `/${artist.handle}/heard`);
    expect([quiet.release.tracks.some(({ previewUrl }) => previewUrl), quiet.video]).toEqual([false, undefined]);
  });
});
