import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql } from '@lynkify/contract';
import { type Internet, startInternet, until } from '@lynkify/testing';
import { PublishRelease, UpdateRelease, pageAt, publish } from '../testing/catalogue.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { ownHost, publishWatched, type WatchedRelease } from '../testing/watched.js';
import { seedWorkspace, type World } from '../testing/world.js';

const SetDeadLinks = graphql(`mutation SetDeadLinks($input: UpdateWorkspaceInput!) { updateWorkspace(input: $input) { workspace { deadLinks } userErrors { code } } }`);
const Check = graphql(`mutation CheckForPage($input: CheckDestinationInput!) { checkDestination(input: $input) { userErrors { code } } }`);
const UpdateDestination = graphql(`mutation UpdateForPage($input: UpdateDestinationInput!) { updateDestination(input: $input) { userErrors { code } } }`);
const Version = graphql(`query PageVersion($id: ID!) { release(id: $id) { version publishedVersion hasUnpublishedChanges } }`);

describe('a page whose links die', () => {
  let internet: Internet;
  let api: TestApi;
  beforeAll(async () => {
    internet = await startInternet();
    api = await startTestApi(internet.settings);
  });
  afterAll(async () => {
    await api.stop();
    await internet.stop();
  });

  /** A page of three links, of which the one in the middle can die. */
  const aPage = async (world: World) => {
    const host = ownHost();
    let status = 200;
    internet.site(host, () => ({ status }));
    const release = await publishWatched(api, world, {
      spotify: 'https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N',
      official_store: `https://${host}/lp`,
      deezer: 'https://www.deezer.com/album/629506181',
    });
    await api.sql(`update destinations set next_check_at = now() + interval '1 day' where release_id = $1`, [release.id]);
    const look = async (hours: number) => {
      await release.hoursPass(hours);
      await api.sql(`update destinations set next_check_at = now() + interval '1 day' where release_id = $1`, [release.id]);
      const { id: destinationId } = await release.destination('official_store');
      await world.owner.run(Check, { input: { destinationId } });
    };
    return {
      host,
      release,
      async dies() {
        status = 404;
        await look(1);
        await look(7);
      },
      async works() {
        status = 200;
        await look(24);
      },
    };
  };
  const shown = async (world: World, { path }: WatchedRelease) => {
    const document = await pageAt(world, path);
    if (document?.kind !== 'smart-link') throw new Error('there is no page');
    return { offered: document.destinations.map(({ platform }) => platform), withheld: (document.withheld ?? []).map(({ platform }) => platform), title: document.release.title };
  };
  const hide = (world: World, deadLinks: 'HIDE' | 'KEEP' = 'HIDE') => world.owner.run(SetDeadLinks, { input: { deadLinks } });
  const whole = { offered: ['spotify', 'official_store', 'deezer'], withheld: [] };
  const without = { offered: ['spotify', 'deezer'], withheld: ['official_store'] };

  it('goes on offering them while nobody said otherwise', async () => {
    const world = await seedWorkspace(api);
    const page = await aPage(world);
    await page.dies();
    expect(await page.release.states()).toMatchObject({ official_store: 'GONE' });
    expect(await shown(world, page.release)).toMatchObject(whole);
  });

  it('leaves them out when the workspace wants that, and offers them in their place when they work again', async () => {
    const world = await seedWorkspace(api);
    expect((await hide(world)).updateWorkspace).toEqual({ workspace: { deadLinks: 'HIDE' }, userErrors: [] });
    const page = await aPage(world);
    await page.dies();
    expect(await shown(world, page.release)).toMatchObject(without);
    await page.works();
    expect(await shown(world, page.release)).toMatchObject(whole);
  });

  it('changes without its draft being published, and without a version of its own', async () => {
    const world = await seedWorkspace(api);
    await hide(world);
    const page = await aPage(world);
    const before = await shown(world, page.release);
    await world.owner.run(UpdateRelease, { input: { releaseId: page.release.id, title: 'Not yet to be seen' } });
    const version = await world.owner.run(Version, { id: page.release.id });
    await page.dies();
    expect(await shown(world, page.release)).toEqual({ ...without, title: before.title });
    expect(await world.owner.run(Version, { id: page.release.id })).toEqual(version);
    expect(version.release?.hasUnpublishedChanges).toBe(true);
  });

  it('follows the setting at once, in either direction', async () => {
    const world = await seedWorkspace(api);
    const page = await aPage(world);
    await page.dies();
    await hide(world);
    await until(async () => (await shown(world, page.release)).withheld.length === 1, 10_000);
    expect(await shown(world, page.release)).toMatchObject(without);
    await hide(world, 'KEEP');
    await until(async () => (await shown(world, page.release)).withheld.length === 0, 10_000);
    expect(await shown(world, page.release)).toMatchObject(whole);
  });

  it('published anew leaves out what is dead by then', async () => {
    const world = await seedWorkspace(api);
    await hide(world);
    const page = await aPage(world);
    await page.dies();
    await publish(world.owner, page.release.id);
    expect(await shown(world, page.release)).toMatchObject(without);
  });

  it('does not offer a dead address again because its draft has another one, which nobody published', async () => {
    const world = await seedWorkspace(api);
    await hide(world);
    const page = await aPage(world);
    await page.dies();
    const { id: destinationId } = await page.release.destination('official_store');
    await world.owner.run(UpdateDestination, { input: { destinationId, url: `https://${page.host}/new` } });
    await hide(world);
    await until(async () => (await api.sql(`select 1 from graphile_worker.jobs where task_identifier = 'workspaces.dead-links'`)).length === 0, 10_000);
    expect(await shown(world, page.release)).toMatchObject(without);
    await publish(world.owner, page.release.id);
    expect(await shown(world, page.release)).toMatchObject(whole);
  });

  it('of which every link is dead stays public, with nothing to choose, and can be published', async () => {
    const world = await seedWorkspace(api);
    await hide(world);
    const page = await aPage(world);
    await api.sql(`update destinations set check_state = 'gone', problem_since = now() where release_id = $1`, [page.release.id]);
    const { publishRelease } = await world.owner.run(PublishRelease, { input: { releaseId: page.release.id } });
    expect(publishRelease.userErrors).toEqual([]);
    expect(await shown(world, page.release)).toMatchObject({ offered: [], withheld: ['spotify', 'official_store', 'deezer'] });
  });
});
