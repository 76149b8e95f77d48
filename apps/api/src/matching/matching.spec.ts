import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { graphql } from '@lynkify/contract';
import { until } from '@lynkify/testing';
import { newRelease, pageAt, publish, UpdateRelease } from '../testing/catalogue.js';
import { DecideMatch, matched, MatchRelease, settled, start, started, startMatching, StartRelease, statuses, type MatchingApi } from '../testing/matching.js';
import { seedWorkspace, type World } from '../testing/world.js';

const ConfirmDestination = graphql(`mutation ConfirmDestination($input: ConfirmDestinationInput!) { confirmDestination(input: $input) { release { upc destinations { platform flagged method } } userErrors { code } } }`);
const RemoveDestination = graphql(`mutation TakeOff($input: RemoveDestinationInput!) { removeDestination(input: $input) { userErrors { code } } }`);

const stillSleepless = 'https://music.apple.com/us/album/1581786154';
const upc = '2000000000060';

describe('looking a release up', () => {
  let place: MatchingApi;
  let world: World;
  beforeAll(async () => {
    place = await startMatching();
  });
  afterAll(() => place.stop());
  beforeEach(async () => {
    world = await seedWorkspace(place.api);
    await place.rest();
  });

  it('makes a whole release of one link', async () => {
    const release = await started(world, stillSleepless);
    expect(release).toMatchObject({ title: 'Still Sleepless', slug: 'still-sleepless', artistCredit: 'D.O.D & Carla Monroe', type: 'SINGLE', releaseDate: '2020-03-06' });
    expect(release.tracks).toMatchObject([{ title: 'Still Sleepless', durationMs: expect.any(Number), previewUrl: expect.stringMatching(/^https:\/\/audio-ssl\.itunes\.apple\.com\//u) }]);
    expect(release.match).toMatchObject({ from: stillSleepless, finishedAt: expect.any(String) });
    await until(async () => (await matched(world, release.id)).match?.running === false, 10_000);
    expect(statuses(release)).toMatchObject({ itunes: 'FOUND', deezer: 'FOUND', musicbrainz: 'FOUND', spotify: 'NOT_CONFIGURED' });
    const byPlatform = new Map(release.destinations.map((each) => [each.platform, each]));
    expect([...byPlatform.keys()]).toEqual(expect.arrayContaining(['apple_music', 'itunes', 'deezer', 'spotify', 'tidal', 'amazon_music', 'pandora', 'anghami']));
    expect(byPlatform.get('apple_music')).toMatchObject({ method: 'pasted', position: 0, flagged: false });
    expect(byPlatform.get('itunes')).toMatchObject({ method: 'link', service: 'itunes', flagged: false, score: 1, country: 'US' });
    for (const { evidence, checkedAt, service } of release.destinations) expect([evidence.length > 0, checkedAt !== null, service !== null]).toEqual([true, true, true]);
    await until(async () => (await matched(world, release.id)).artwork?.width === 640, 10_000);
  });

  it('makes one of a UPC alone, all by that code, and of an ISRC', async () => {
    const release = await started(world, ` 0${upc} `);
    expect(release).toMatchObject({ title: 'Still Sleepless', upc: `0${upc}`, slug: 'still-sleepless', match: { from: `UPC 0${upc}` } });
    const deezer = release.destinations.find(({ platform }) => platform === 'deezer');
    expect(deezer).toMatchObject({ method: 'upc', flagged: false, score: 1, url: 'https://www.deezer.com/album/252624832' });
    // Deezer itself or MusicBrainz, whoever was quicker.
    expect(deezer?.evidence[0]).toMatch(new RegExp(`lists it under the UPC ${upc}\\.$`, 'u'));
    expect(release.destinations.every(({ flagged }) => !flagged)).toBe(true);

    const isrc = place.music.catalogue.find((each) => each.upc === upc)?.tracks[0]?.isrc ?? '';
    const other = await started(world, isrc);
    expect(other).toMatchObject({ title: 'Still Sleepless', slug: 'still-sleepless-2', upc: expect.stringContaining(upc), tracks: [{ title: 'Still Sleepless', isrc }] });
    expect(other.destinations.find(({ platform }) => platform === 'deezer')).toMatchObject({ method: expect.stringMatching(/isrc|upc/) });
  });

  it('keeps a release that nobody knows as it is, and does not let it be published under its code', async () => {
    const release = await started(world, '4006381333931');
    expect(release).toMatchObject({ title: '4006381333931', upc: '4006381333931', destinations: [], candidates: [] });
    expect(statuses(release)).toMatchObject({ itunes: 'MISSED', deezer: 'MISSED', musicbrainz: 'MISSED' });
    expect(release.match?.services.find(({ service }) => service === 'deezer')?.message).toBe('Nothing found by the UPC.');
    await expect(publish(world.owner, release.id)).rejects.toThrow('TITLE_MISSING');
    await world.owner.run(UpdateRelease, { input: { releaseId: release.id, title: 'Mine' } });
    await expect(publish(world.owner, release.id)).rejects.toThrow('NO_DESTINATIONS');
  });

  it.each([
    ['', 'FROM_EMPTY'],
    ['hello', 'FROM_INVALID'],
    ['602475093061', 'UPC_CHECK_DIGIT'],
    ['https://lnk.to/abc', 'FOREIGN_SMART_LINK'],
    ['https://open.spotify.com/search/x', 'SEARCH_PAGE'],
  ])('does not begin from “%s”', async (from, code) => {
    const { id: artistId } = await world.artist();
    const { startRelease } = await world.owner.run(StartRelease, { input: { from, artistId } });
    expect(startRelease).toMatchObject({ release: null, userErrors: [{ code, path: ['from'] }] });
  });

  it('lends the codes of one service to the others, and asks again by them', async () => {
    // Apple tells no codes; MusicBrainz knows whose link it is, and its barcode.
    const release = await started(world, stillSleepless);
    expect(release.upc).toContain(upc);
    // By the barcode, or by its page there, which MusicBrainz knows too.
    expect(place.music.requests('deezer').some(({ path }) => path.includes('upc:') || path.startsWith('/album/252624832'))).toBe(true);
    expect(release.destinations.find(({ platform }) => platform === 'deezer')).toMatchObject({ method: 'upc', flagged: false });
  });

  it('flags what title and artist alone led to, and takes no codes from it until somebody says that it is right', async () => {
    const { id: artistId } = await world.artist();
    const { id } = await newRelease(world, { artistId, title: 'Anamnesis', links: '' });
    await world.owner.run(UpdateRelease, { input: { releaseId: id, artistCredit: 'Midnight Laboratory' } });
    place.music.fault('musicbrainz', 'down');
    await world.owner.run(MatchRelease, { input: { releaseId: id } });
    const release = await settled(world, id);
    place.music.fault('musicbrainz', null);
    const deezer = release.destinations.find(({ platform }) => platform === 'deezer');
    expect(deezer).toMatchObject({ method: 'title', flagged: true, score: expect.any(Number), service: 'deezer' });
    expect(deezer?.evidence).toEqual(expect.arrayContaining(['The title is the same.', 'The artist is the same.']));
    expect(release).toMatchObject({ upc: null, releaseDate: '2020-03-12', tracks: [{ isrc: null }] });

    const { confirmDestination } = await world.owner.run(ConfirmDestination, { input: { destinationId: deezer?.id ?? '' } });
    expect(confirmDestination.release).toMatchObject({ upc: expect.stringContaining('2000000000121'), destinations: expect.arrayContaining([expect.objectContaining({ platform: 'deezer', flagged: false })]) });
    const after = await settled(world, id);
    expect(after.destinations.find(({ platform }) => platform === 'apple_music')).toMatchObject({ method: 'upc', flagged: false });
  });

  it('never goes over what a person typed or cleared, before or after', async () => {
    const id = await start(world, stillSleepless);
    await world.owner.run(UpdateRelease, { input: { releaseId: id, title: 'My own title', upc: null } });
    const release = await settled(world, id);
    expect(release).toMatchObject({ title: 'My own title', upc: null, releaseDate: '2020-03-06' });
    await world.owner.run(UpdateRelease, { input: { releaseId: id, releaseDate: '2020-01-01', artistCredit: '' } });
    await place.rest();
    await world.owner.run(MatchRelease, { input: { releaseId: id } });
    expect(await settled(world, id)).toMatchObject({ title: 'My own title', upc: null, releaseDate: '2020-01-01', artistCredit: '' });
  });

  it('takes nothing from who has the release open, and leaves what is public as it is', async () => {
    const { id: artistId, handle } = await world.artist();
    const created = await newRelease(world, { artistId, title: 'Still Sleepless', slug: 'sleepless', links: stillSleepless });
    const before = await publish(world.owner, created.id);
    await world.owner.run(MatchRelease, { input: { releaseId: created.id } });
    const release = await settled(world, created.id);
    expect(release.destinations.length).toBeGreaterThan(5);
    expect(release).toMatchObject({ publishedVersion: before.version, hasUnpublishedChanges: true });
    expect(release.version).toBeGreaterThan(before.version);
    expect(await pageAt(world, `/${handle}/sleepless`)).toMatchObject({ destinations: [{ platform: 'apple_music' }] });

    const { updateRelease } = await world.owner.run(UpdateRelease, { input: { releaseId: created.id, version: before.version, description: 'Out now' } });
    expect(updateRelease).toMatchObject({ release: { description: 'Out now', releaseDate: '2020-03-06' }, userErrors: [] });
    const { updateRelease: stale } = await world.owner.run(UpdateRelease, { input: { releaseId: created.id, version: before.version, description: 'Older' } });
    expect(stale.userErrors).toEqual([{ code: 'STALE_VERSION', path: ['version'] }]);
  });

  it('never replaces a link that is there: another one is offered, when a code led to it', async () => {
    const { id: artistId } = await world.artist();
    const other = 'https://www.deezer.com/album/302127';
    const { id } = await newRelease(world, { artistId, title: 'Still Sleepless', links: other });
    await world.owner.run(UpdateRelease, { input: { releaseId: id, upc } });
    place.music.fault('deezer', 'down');
    await world.owner.run(MatchRelease, { input: { releaseId: id } });
    const release = await settled(world, id);
    place.music.fault('deezer', null);
    expect(release.destinations.find(({ platform }) => platform === 'deezer')).toMatchObject({ url: other, method: 'pasted' });
    const [candidate] = release.candidates.filter(({ platform }) => platform === 'deezer');
    expect(candidate).toMatchObject({ url: 'https://www.deezer.com/album/252624832', method: 'upc', service: 'musicbrainz', conflictsWith: other, release: { id } });

    const refused = await world.owner.run(DecideMatch, { input: { candidateId: candidate?.id ?? '', decision: 'ACCEPT' } });
    expect(refused.decideMatch.userErrors).toEqual([{ code: 'PLATFORM_TAKEN', path: ['candidateId'] }]);
    const { decideMatch } = await world.owner.run(DecideMatch, { input: { candidateId: candidate?.id ?? '', decision: 'ACCEPT', replace: true } });
    expect(decideMatch.release?.destinations.find(({ platform }) => platform === 'deezer')).toMatchObject({ url: candidate?.url, method: 'upc', flagged: false });
  });

  it('does not bring back what a person took off', async () => {
    const release = await started(world, upc);
    const deezer = release.destinations.find(({ platform }) => platform === 'deezer');
    await world.owner.run(RemoveDestination, { input: { destinationId: deezer?.id ?? '' } });
    await place.rest();
    await world.owner.run(MatchRelease, { input: { releaseId: release.id } });
    const after = await settled(world, release.id);
    expect(after.destinations.map(({ platform }) => platform)).not.toContain('deezer');
    expect(after.destinations).toHaveLength(release.destinations.length - 1);
    expect(after.candidates).toEqual([]);
  });

  it('takes a UPC or another link over from who asks for it', async () => {
    const { id: artistId } = await world.artist();
    const { id } = await newRelease(world, { artistId, title: 'Something', links: '' });
    await world.owner.run(MatchRelease, { input: { releaseId: id, from: upc } });
    expect(await settled(world, id)).toMatchObject({ title: 'Something', upc, match: { from: `UPC ${upc}` }, destinations: expect.arrayContaining([expect.objectContaining({ platform: 'deezer', method: 'upc' })]) });
    const asked = await Promise.all([
      world.owner.run(MatchRelease, { input: { releaseId: id, services: ['napster'] } }),
      world.owner.run(MatchRelease, { input: { releaseId: id, services: ['spotify'] } }),
      world.owner.run(MatchRelease, { input: { releaseId: id, from: 'no code' } }),
    ]);
    expect(asked.map(({ matchRelease }) => matchRelease.userErrors[0]?.code)).toEqual(['SERVICE_UNKNOWN', 'SERVICE_NOT_CONFIGURED', 'FROM_INVALID']);
  });
});
