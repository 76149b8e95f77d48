import { graphql } from '@lynkify/contract';
import { decideMatch } from '@lynkify/domain';
import { startInternet, musicServices, until, type Internet, type MusicServices } from '@lynkify/testing';
import sharp from 'sharp';
import { startTestApi, type TestApi } from './test-api.js';
import type { World } from './world.js';

export const StartRelease = graphql(`
  mutation StartRelease($input: StartReleaseInput!) {
    startRelease(input: $input) { release { id title slug version match { from running } } links { status platform url } userErrors { code path message } }
  }
`);
export const MatchRelease = graphql(`mutation MatchRelease($input: MatchReleaseInput!) { matchRelease(input: $input) { release { id } userErrors { code path } } }`);
export const DecideMatch = graphql(`mutation DecideMatch($input: DecideMatchInput!) { decideMatch(input: $input) { release { id version destinations { platform url method flagged } } userErrors { code path } } }`);
export const MatchedRelease = graphql(`
  query MatchedRelease($id: ID!) {
    release(id: $id) {
      id title slug artistCredit type releaseDate upc label version publishedVersion hasUnpublishedChanges artwork { id width }
      tracks { title isrc durationMs previewUrl }
      destinations { id platform url position method score flagged country service evidence checkedAt }
      candidates { id platform url method score service reasons title artist releaseDate conflictsWith release { id } }
      match { running startedAt finishedAt from services { service name status message found triedAt retryAt } }
    }
  }
`);

/** An API with the music services of an internet on loopback. */
export interface MatchingApi {
  api: TestApi;
  internet: Internet;
  music: MusicServices;
  /** As if nothing had been asked for long. */
  rest: () => Promise<void>;
  stop: () => Promise<void>;
}

/** @param limits whether services turn away what comes too quickly, and are asked as slowly as they want it; without, a test waits for no turns */
export async function startMatching({ limits = false, settings = {} }: { limits?: boolean; settings?: Readonly<Record<string, string>> } = {}): Promise<MatchingApi> {
  const internet = await startInternet();
  const music = musicServices(internet, undefined, { limits });
  const cover = await sharp({ create: { width: 640, height: 640, channels: 3, background: '#336699' } }).jpeg().toBuffer();
  for (const host of ['is1-ssl.mzstatic.com', 'cdn-images.dzcdn.net', 'coverartarchive.org', 'i.scdn.co', 'resources.tidal.com', 'i.ytimg.com']) internet.site(host, () => ({ headers: { 'content-type': 'image/jpeg' }, body: cover }));
  const api = await startTestApi({ ...internet.settings, ...settings });
  if (!limits) {
    await api.sql(`create function always_its_turn() returns trigger language plpgsql as $$ begin new.next_turn := '-infinity'; return new; end $$`);
    await api.sql('create trigger always_its_turn before insert or update on service_turns for each row execute function always_its_turn()');
  }
  return {
    api,
    internet,
    music,
    async rest() {
      music.rest();
      await api.sql('delete from service_turns');
    },
    async stop() {
      await api.stop();
      await internet.stop();
    },
  };
}

export type Matched = NonNullable<Awaited<ReturnType<typeof matched>>>;

/** A release with all that matching made of it. */
export async function matched(world: World, id: string) {
  const { release } = await world.owner.run(MatchedRelease, { id });
  if (!release) throw new Error('there is no such release');
  return release;
}

/**
 * The same, as soon as nothing more is to come.
 * @param besides a service that fails and is only waited for until it was asked
 */
export async function settled(world: World, id: string, besides?: string): Promise<Matched> {
  let last = await matched(world, id);
  const isOver = async () => {
    last = await matched(world, id);
    // Whose turn did not come in time is asked again in a moment.
    const isSoon = ({ service, retryAt, status }: { service: string; retryAt: string | null; status: string }) => status === 'UNAVAILABLE' && service !== besides && retryAt !== null && Date.parse(retryAt) < Date.now() + 30_000;
    return last.match?.services.every((each) => each.status !== 'WAITING' && each.status !== 'ASKING' && !isSoon(each)) === true;
  };
  await until(isOver, 25_000).catch((error: unknown) => {
    throw new Error(`still: ${JSON.stringify(last.match)}`, { cause: error });
  });
  // One request reads in several steps: what came with the last answer may not be in the one that says it is over.
  return matched(world, id);
}

/** A release begun from one thing by the workspace's owner, once all services answered. */
export async function started(world: World, from: string): Promise<Matched> {
  return settled(world, await start(world, from));
}

/** A release begun from one thing; services are being asked. */
export async function start(world: World, from: string): Promise<string> {
  const { id: artistId } = await world.artist();
  const { startRelease } = await world.owner.run(StartRelease, { input: { from, artistId } });
  if (!startRelease.release) throw new Error(`not started: ${startRelease.userErrors.map(({ code }) => code).join()}`);
  return startRelease.release.id;
}

/** What each service came to, by its id. */
export function statuses({ match }: Matched): Record<string, string> {
  return Object.fromEntries((match?.services ?? []).map(({ service, status }) => [service, status]));
}

/** A match that waits for a person, as a look-up leaves it. @returns its id */
export async function seedCandidate(api: Pick<TestApi, 'sql'>, { workspaceId, releaseId, platform, url, title = 'Zebras' }: { workspaceId: string; releaseId: string; platform: string; url: string; title?: string }): Promise<string> {
  const { evidence, method, score } = decideMatch(
    { title: 'Zebra', artist: 'Beach House', type: null, releaseDate: null, upc: null, isrcs: [], trackCount: null },
    { title, artist: 'Beach House', type: null, releaseDate: '2015-10-16', upc: null, isrcs: [], trackCount: null },
    { way: 'search' },
  );
  const found = { title, artist: 'Beach House', artistCredit: 'Beach House', type: null, releaseDate: '2015-10-16', upc: null, label: '', tracks: [], artworkUrl: null };
  await api.sql(`insert into matches (workspace_id, release_id, country) values ($1, $2, 'US') on conflict do nothing`, [workspaceId, releaseId]);
  const [row] = await api.sql<{ id: string }>(
    `insert into match_candidates (workspace_id, release_id, platform, url, entity, method, evidence, score, service, found) values ($1, $2, $3, $4, 'album', $5, $6, $7, 'deezer', $8) returning id`,
    [workspaceId, releaseId, platform, url, method, JSON.stringify(evidence), score, JSON.stringify(found)],
  );
  if (!row) throw new Error('the world has no candidate');
  return row.id;
}
