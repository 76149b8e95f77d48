import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '@lynkify/testing';
import { newRelease, UpdateRelease } from '../testing/catalogue.js';
import { matched, MatchRelease, settled, start, startMatching, statuses, type MatchingApi } from '../testing/matching.js';
import { seedWorkspace, type World } from '../testing/world.js';

const upc = '2000000000060';
const unknownUpc = '4006381333931';

describe('a music service that fails', () => {
  let place: MatchingApi;
  let world: World;
  beforeAll(async () => {
    place = await startMatching();
  });
  afterAll(() => place.stop());
  beforeEach(async () => {
    for (const service of ['itunes', 'deezer', 'musicbrainz'] as const) place.music.fault(service, null);
    world = await seedWorkspace(place.api);
    await place.rest();
  });

  const row = async (releaseId: string, service: string) =>
    (await place.api.sql<{ status: string; tries: number; retry_at: Date | null; message: string }>('select status, tries, retry_at, message from match_lookups where release_id = $1 and service = $2', [releaseId, service]))[0];
  /** Moves time: what was put off is due, and upkeep looks. */
  const due = async (releaseId: string) => {
    await place.rest();
    await place.api.sql('update match_lookups set retry_at = now() where release_id = $1 and retry_at is not null', [releaseId]);
    await place.api.sql(`select graphile_worker.add_job('match-retries')`);
  };

  /** Deezer's row, once it was tried so often in vain. */
  const triedFor = async (releaseId: string, tries: number) => {
    let last = await row(releaseId, 'deezer');
    await until(async () => {
      last = await row(releaseId, 'deezer');
      return last?.status === 'unavailable' && last.tries === tries;
    }, 10_000);
    if (!last) throw new Error('there is no such lookup');
    return last;
  };

  it.each([
    ['deezer', 'quota-200'],
    ['itunes', 'empty-403'],
    ['musicbrainz', 'limited'],
    ['deezer', 'garbage'],
    ['musicbrainz', 'down'],
  ] as const)('%s (%s) holds up no other, and is asked again when it is back', async (service, fault) => {
    place.music.fault(service, fault);
    const release = await settled(world, await start(world, upc), service);
    const others = ['itunes', 'deezer', 'musicbrainz'].filter((each) => each !== service);
    for (const other of others) expect(statuses(release)[other]).toBe('FOUND');
    const failed = release.match?.services.find((each) => each.service === service);
    expect(failed).toMatchObject({ status: 'UNAVAILABLE', message: expect.stringMatching(/\S/), retryAt: expect.any(String), found: 0 });
    expect(release.match?.finishedAt).not.toBeNull();

    place.music.fault(service, null);
    await due(release.id);
    await until(async () => (await row(release.id, service))?.status === 'found', 20_000);
    expect((await row(release.id, service))?.retry_at).toBeNull();
  });

  it('is down for an hour: it is tried less and less often, and in the end only when somebody asks', async () => {
    place.music.fault('deezer', 'down');
    const release = await settled(world, await start(world, upc), 'deezer');
    const pauses: number[] = [];
    for (let tries = 1; tries <= 10; tries += 1) {
      const { retry_at } = await triedFor(release.id, tries);
      pauses.push(Math.round(((retry_at?.getTime() ?? 0) - Date.now()) / 60_000));
      await due(release.id);
    }
    expect(pauses).toEqual([1, 5, 15, 60, 240, 720, 1440, 1440, 1440, 1440]);
    expect(await triedFor(release.id, 11)).toMatchObject({ retry_at: null, message: expect.stringContaining('It was tried 11 times') });

    place.music.fault('deezer', null);
    await place.rest();
    await world.owner.run(MatchRelease, { input: { releaseId: release.id, services: ['deezer'] } });
    expect(statuses(await settled(world, release.id))).toMatchObject({ deezer: 'FOUND' });
  });

  it('that had nothing yet is asked again as the release comes out, and the day after, also when that day is moved', async () => {
    const { id: artistId } = await world.artist();
    const { id } = await newRelease(world, { artistId, title: 'Not out yet', links: '' });
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    await world.owner.run(UpdateRelease, { input: { releaseId: id, upc: unknownUpc, releaseDate: day(10), timeZone: 'Europe/Berlin' } });
    await world.owner.run(MatchRelease, { input: { releaseId: id } });
    const release = await settled(world, id);
    const retryOf = (each: typeof release) => each.match?.services.find(({ service }) => service === 'deezer')?.retryAt ?? null;
    expect(statuses(release)).toMatchObject({ deezer: 'MISSED' });
    expect(retryOf(release)).toMatch(new RegExp(`^${day(9)}T2[23]:00`));
    await world.owner.run(UpdateRelease, { input: { releaseId: id, releaseDate: day(20), releaseTime: '12:00', timeZone: 'UTC' } });
    expect(retryOf(await matched(world, id))).toBe(`${day(20)}T12:00:00.000Z`);

    await place.api.sql(`update releases set release_date = (now() at time zone 'UTC')::date, release_time = '00:00', upc = $2 where id = $1`, [id, upc]);
    await due(id);
    await until(async () => (await row(id, 'deezer'))?.status === 'found', 20_000);
    expect((await matched(world, id)).destinations).toEqual(expect.arrayContaining([expect.objectContaining({ platform: 'deezer', method: 'upc' })]));
  });

  it('and misses again on the day itself is asked once more the day after', async () => {
    const { id: artistId } = await world.artist();
    const { id } = await newRelease(world, { artistId, title: 'Out today', links: '' });
    await place.api.sql(`update releases set release_date = (now() at time zone 'UTC')::date, release_time = '00:00', time_zone = 'UTC', upc = $2 where id = $1`, [id, unknownUpc]);
    await world.owner.run(MatchRelease, { input: { releaseId: id } });
    await settled(world, id);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    expect((await row(id, 'deezer'))?.retry_at?.toISOString()).toBe(`${tomorrow}T00:00:00.000Z`);
    await place.api.sql(`update releases set release_date = release_date - 2 where id = $1`, [id]);
    await due(id);
    await until(async () => {
      const now = await row(id, 'deezer');
      return now?.status === 'missed' && now.retry_at === null;
    }, 20_000);
  });
});
