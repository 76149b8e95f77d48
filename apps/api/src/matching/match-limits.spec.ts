import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '@lynkify/testing';
import { matched, settled, start, startMatching, statuses, type MatchingApi } from '../testing/matching.js';
import { seedWorkspace } from '../testing/world.js';

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
    const world = await seedWorkspace(place.api);
    const id = await start(world, '2000000000060');
    const priorities = await place.api.sql<{ priority: number }>('select priority from matches where release_id = $1', [id]);
    expect(priorities).toEqual([{ priority: 0 }]);
    expect(statuses(await settled(world, id))).toMatchObject({ deezer: 'FOUND' });
  });
});
