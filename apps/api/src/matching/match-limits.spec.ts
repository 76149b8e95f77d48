import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '@lynkify/testing';
import { Database } from '../database/database.js';
import { newRelease, UpdateRelease } from '../testing/catalogue.js';
import { matched, start, startMatching, statuses, type MatchingApi } from '../testing/matching.js';
import { seedWorkspace } from '../testing/world.js';
import { MatchingService } from './matching.service.js';

describe('many releases that are looked up at once', () => {
  let place: MatchingApi;
  beforeAll(async () => {
    place = await startMatching({ limits: true });
  });
  afterAll(() => place.stop());

  it('ask no service more often than it allows, and each gets its answers', async () => {
    const world = await seedWorkspace(place.api);
    const begun = await Promise.all(['2000000000077', '2000000000084', '2000000000091', '2000000000107'].map((code) => start(world, code)));
    const answered = async (service: string) => (await Promise.all(begun.map((id) => matched(world, id)))).every((release) => statuses(release)[service] === 'FOUND');
    await until(async () => (await answered('deezer')) && (await answered('musicbrainz')), 28_000);
    expect([place.music.tooQuick('deezer'), place.music.tooQuick('musicbrainz'), place.music.tooQuick('itunes')]).toEqual([0, 0, 0]);
  });

  it('stand behind the one that somebody is looking at', async () => {
    await place.rest();
    const world = await seedWorkspace(place.api);
    const { id: artistId } = await world.artist();
    const catalogue: string[] = [];
    for (const upc of ['2000000000077', '2000000000084', '2000000000091', '2000000000107', '2000000000114', '2000000000121']) {
      const { id } = await newRelease(world, { artistId, title: `Release ${upc}`, links: '' });
      await world.owner.run(UpdateRelease, { input: { releaseId: id, upc } });
      catalogue.push(id);
    }
    const { workspaceId } = world;
    await place.api.app.get(Database).inWorkspace({ workspaceId }, async (tx) => {
      for (const id of catalogue) await place.api.app.get(MatchingService).begin(tx, { workspaceId, id }, { priority: 'later' });
    });
    const id = await start(world, '2000000000060');
    const isKnown = async (releaseId: string) => statuses(await matched(world, releaseId)).musicbrainz === 'FOUND';
    await until(() => isKnown(id), 20_000);
    const known = await Promise.all(catalogue.map(isKnown));
    expect(known.filter((each) => each).length).toBeLessThan(3);
  });
});
