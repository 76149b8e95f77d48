import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql } from '@lynkify/contract';
import request from 'supertest';
import { AddDestinations, newArtist, newRelease, publish, pageAt, PublishRelease, UpdateRelease } from '../testing/catalogue.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { seedWorkspace, unique } from '../testing/world.js';

const Recognise = graphql(`query Recognise($text: String!, $releaseId: ID) { recogniseLinks(text: $text, releaseId: $releaseId) { text status platform platformName entity url code message } }`);
const Update = graphql(`mutation UpdateDestination($input: UpdateDestinationInput!) { updateDestination(input: $input) { release { version destinations { id platform url method } } userErrors { code path } } }`);
const Offer = graphql(`mutation Offer($input: UpdateDestinationInput!) { updateDestination(input: $input) { release { version hasUnpublishedChanges destinations { platform offered offeredFrom offeredUntil beforeRelease offeredBefore } } userErrors { code path } } }`);
const Remove = graphql(`mutation RemoveDestination($input: RemoveDestinationInput!) { removeDestination(input: $input) { release { version destinations { platform } } userErrors { code } } }`);
const Reorder = graphql(`mutation Reorder($input: ReorderDestinationsInput!) { reorderDestinations(input: $input) { release { version destinations { id platform position } } userErrors { code path } } }`);

const spotify = 'https://open.spotify.com/album/10FLjwfpbxLmW8c25Xyc2N';
const otherSpotify = 'https://open.spotify.com/track/2plbrEY59IikOBgBGLjaoe';
const tidal = 'https://tidal.com/browse/album/381265361';
const apple = 'https://music.apple.com/us/album/nightmare-escape-the-era-ep/1728639278?uo=4';

describe('destinations', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const seed = async () => {
    const world = await seedWorkspace(api);
    const { id: artistId, handle } = await newArtist(world, unique());
    return { world, handle, release: await newRelease(world, { artistId }) };
  };

  it('are told apart before anything is saved, beside those that a release has', async () => {
    const { world, release } = await seed();
    const text = [spotify, otherSpotify, tidal, 'https://www.instagram.com/someone/', 'no link at all'].join('\n');
    const { recogniseLinks: alone } = await world.owner.run(Recognise, { text });
    expect(alone.map(({ status }) => status)).toEqual(['RECOGNISED', 'CONFLICT', 'RECOGNISED', 'NOT_UNDERSTOOD', 'NOT_UNDERSTOOD']);
    const { recogniseLinks: beside } = await world.owner.run(Recognise, { text, releaseId: release.id });
    expect(beside.map(({ status }) => status)).toEqual(['DUPLICATE', 'CONFLICT', 'RECOGNISED', 'NOT_UNDERSTOOD', 'NOT_UNDERSTOOD']);
    expect(beside[2]).toMatchObject({ platform: 'tidal', platformName: 'TIDAL', url: 'https://tidal.com/album/381265361', entity: 'album' });
    expect(beside.every(({ message }) => message.length > 3)).toBe(true);
  });

  it('are added once, and take another’s place only when that is asked for', async () => {
    const { world, release } = await seed();
    const add = async (text: string, replace = false) => (await world.owner.run(AddDestinations, { input: { releaseId: release.id, text, replace } })).addDestinations;
    const again = await add(`${spotify}?si=abc`);
    expect(again.links).toMatchObject([{ status: 'DUPLICATE' }]);
    expect(again.release?.version).toBe(1);
    const kept = await add(`${otherSpotify}\n${tidal}`);
    expect(kept.links).toMatchObject([{ status: 'CONFLICT' }, { status: 'RECOGNISED' }]);
    expect(kept.release?.destinations.map(({ platform, url }) => [platform, url])).toEqual([['spotify', spotify], ['deezer', 'https://www.deezer.com/album/629506181'], ['tidal', 'https://tidal.com/album/381265361']]);
    const replaced = await add(otherSpotify, true);
    expect(replaced.release?.destinations[0]).toMatchObject({ id: release.destinations[0]?.id, platform: 'spotify', url: otherSpotify, position: 0 });
  });

  it('added from two windows at the same moment are all there', async () => {
    const { world, release } = await seed();
    const texts = [tidal, apple, 'https://soundcloud.com/dreamcatcher/zebra', 'https://www.youtube.com/watch?v=kPa7bsKwL-c', `${tidal}\n${apple}`];
    await Promise.all(texts.map((text) => world.owner.run(AddDestinations, { input: { releaseId: release.id, text } })));
    const { addDestinations } = await world.owner.run(AddDestinations, { input: { releaseId: release.id, text: spotify } });
    expect(addDestinations.release?.destinations.map(({ platform }) => platform).sort()).toEqual(['apple_music', 'deezer', 'soundcloud', 'spotify', 'tidal', 'youtube']);
    expect(addDestinations.release?.destinations.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('hold the artist’s own shop when the artist says that it is one', async () => {
    const { world, release } = await seed();
    const query = 'mutation ($input: AddDestinationsInput!) { addDestinations(input: $input) { release { destinations { platform url } } links { status code } } }';
    const add = (asStore: string[]) =>
      request(api.url).post('/graphql').set(world.owner.headers).set('apollo-require-preflight', '1').send({ query, variables: { input: { releaseId: release.id, text: '', asStore } } });
    const { body } = await add(['https://shop.dreamcatcher.example.com/nightmare?utm_source=x', 'javascript:alert(1)']);
    expect(body.data.addDestinations.release.destinations).toContainEqual({ platform: 'official_store', url: 'https://shop.dreamcatcher.example.com/nightmare' });
    expect(body.data.addDestinations.links).toMatchObject([{ status: 'RECOGNISED' }, { status: 'NOT_UNDERSTOOD', code: 'UNSUPPORTED_SCHEME' }]);
  });

  it('can be corrected, and refuse an address that is none or of a platform that is there', async () => {
    const { world, release } = await seed();
    const destinationId = release.destinations[0]?.id ?? '';
    const update = async (url: string) => (await world.owner.run(Update, { input: { destinationId, url } })).updateDestination;
    expect((await update(otherSpotify)).release?.destinations[0]).toEqual({ id: destinationId, platform: 'spotify', url: otherSpotify, method: 'typed' });
    expect((await update('https://open.spotify.com/search/x')).userErrors).toEqual([{ code: 'SEARCH_PAGE', path: ['url'] }]);
    expect((await update('https://www.deezer.com/album/1')).userErrors).toEqual([{ code: 'PLATFORM_TAKEN', path: ['url'] }]);
    expect((await update(tidal)).release?.destinations[0]).toMatchObject({ id: destinationId, platform: 'tidal' });
  });

  it('are switched off, scheduled in the release’s zone and offered ahead, public with the next publishing', async () => {
    const { world, handle, release } = await seed();
    await publish(world.owner, release.id);
    const [spotifyId = '', deezerId = ''] = release.destinations.map(({ id }) => id);
    const offer = async (destinationId: string, input: object) => (await world.owner.run(Offer, { input: { destinationId, ...input } })).updateDestination;
    expect((await offer(spotifyId, { offeredFrom: 'soon' })).userErrors).toEqual([{ code: 'MOMENT_INVALID', path: ['offeredFrom'] }]);
    expect((await offer(spotifyId, { offeredFrom: '2031-01-01T10:00', offeredUntil: '2031-01-01T10:00' })).userErrors).toEqual([{ code: 'WINDOW_BACKWARDS', path: ['offeredUntil'] }]);
    const changed = await offer(spotifyId, { offeredFrom: '2031-01-01T10:00', offeredUntil: '2031-02-01T10:00', beforeRelease: false });
    expect(changed.release).toMatchObject({ version: 2, hasUnpublishedChanges: true, destinations: [{ offered: true, offeredFrom: '2031-01-01T10:00', beforeRelease: false, offeredBefore: false }, { beforeRelease: null, offeredBefore: true }] });
    expect((await offer(spotifyId, { offeredUntil: '2031-02-01T10:00' })).release?.version).toBe(2);
    expect((await offer(deezerId, { offered: false })).release?.destinations[1]).toMatchObject({ platform: 'deezer', offered: false });
    await world.owner.run(UpdateRelease, { input: { releaseId: release.id, timeZone: 'America/New_York' } });
    expect(await pageAt(world, `/${handle}/${release.slug}`)).toMatchObject({ destinations: [{ platform: 'spotify' }, { platform: 'deezer' }] });
    await publish(world.owner, release.id);
    expect(await pageAt(world, `/${handle}/${release.slug}`)).toMatchObject({
      destinations: [{ id: spotifyId, platform: 'spotify', url: spotify, window: { from: '2031-01-01T15:00:00.000Z', until: '2031-02-01T15:00:00.000Z' }, before: false }],
      off: [{ id: deezerId, platform: 'deezer', url: 'https://www.deezer.com/album/629506181' }],
    });

    expect((await offer(spotifyId, { offered: false, offeredFrom: null })).release?.destinations[0]).toMatchObject({ offered: false, offeredFrom: null, offeredUntil: '2031-02-01T10:00' });
    const { publishRelease } = await world.owner.run(PublishRelease, { input: { releaseId: release.id } });
    expect(publishRelease.userErrors).toEqual([{ code: 'NO_DESTINATIONS', path: ['destinations'] }]);
  });

  it('are removed from the draft and stay public until the next publishing', async () => {
    const { world, handle, release } = await seed();
    await publish(world.owner, release.id);
    const { removeDestination } = await world.owner.run(Remove, { input: { destinationId: release.destinations[0]?.id ?? '' } });
    expect(removeDestination.release).toEqual({ version: 2, destinations: [{ platform: 'deezer' }] });
    expect(await pageAt(world, `/${handle}/${release.slug}`)).toMatchObject({ destinations: [{ platform: 'spotify' }, { platform: 'deezer' }] });
    await publish(world.owner, release.id);
    expect(await pageAt(world, `/${handle}/${release.slug}`)).toMatchObject({ destinations: [{ platform: 'deezer' }] });
  });

  it('are put in order by a list that names each of them once, and by no other', async () => {
    const { world, release } = await seed();
    const ids = release.destinations.map(({ id }) => id);
    const [first = '', second = ''] = ids;
    const reorder = async (destinationIds: string[]) => (await world.owner.run(Reorder, { input: { releaseId: release.id, destinationIds } })).reorderDestinations;
    expect((await reorder([second, first])).release).toMatchObject({ version: 2, destinations: [{ id: second, position: 0 }, { id: first, position: 1 }] });
    for (const wrong of [[first], [first, first], [first, second, release.id], [first, 'no-id']]) {
      expect((await reorder(wrong)).userErrors).toEqual([{ code: 'DESTINATIONS_CHANGED', path: ['destinationIds'] }]);
    }
  });
});
