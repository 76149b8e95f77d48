import { graphql } from '@lynkify/contract';
import { publish } from './catalogue.js';
import type { TestApi } from './test-api.js';
import { unique, type World } from './world.js';

const States = graphql(`query WatchedDestinations($id: ID!) { release(id: $id) { version hasUnpublishedChanges destinations { id platform url checkState checkMessage checkedAt movedTo } } }`);

/** A published release of the world with these destinations, as if they had been pasted. */
export interface WatchedRelease {
  id: string;
  artistId: string;
  path: string;
  /** What its destinations are known to be, by platform. */
  states: () => Promise<Record<string, string>>;
  destination: (platform: string) => Promise<{ id: string; platform: string; url: string; checkState: string; checkMessage: string | null; checkedAt: string | null; movedTo: string | null }>;
  /** Everything of it is due now, as if so many hours had gone by. */
  hoursPass: (hours: number) => Promise<void>;
}

/** @param links addresses by platform, in order */
export async function publishWatched(api: TestApi, world: World, links: Readonly<Record<string, string>>): Promise<WatchedRelease> {
  const [release] = await world.releases(1);
  const artist = await world.artist();
  if (!release) throw new Error('the world has no release');
  for (const [position, [platform, url]] of Object.entries(links).entries()) {
    await api.sql(`insert into destinations (workspace_id, release_id, platform, url, position) values ($1, $2, $3, $4, $5)`, [world.workspaceId, release.id, platform, url, position]);
  }
  await publish(world.owner, release.id);
  const read = async () => {
    const { release: found } = await world.owner.run(States, { id: release.id });
    if (!found) throw new Error('the release is gone');
    return found.destinations;
  };
  return {
    id: release.id,
    artistId: artist.id,
    path: `/${artist.handle}/${release.slug}`,
    states: async () => Object.fromEntries((await read()).map(({ platform, checkState }) => [platform, checkState])),
    async destination(platform) {
      const found = (await read()).find((each) => each.platform === platform);
      if (!found) throw new Error(`the release has no destination on ${platform}`);
      return found;
    },
    async hoursPass(hours) {
      await api.sql(
        `update destinations set next_check_at = now(), missing_since = missing_since - make_interval(secs => $2::float8 * 3600), problem_since = problem_since - make_interval(secs => $2::float8 * 3600), checked_at = checked_at - make_interval(secs => $2::float8 * 3600) where release_id = $1`,
        [release.id, hours],
      );
    },
  };
}

/** A host that no other test uses, so that no test waits for another's turn. */
export const ownHost = () => `${unique()}.example.com`;
