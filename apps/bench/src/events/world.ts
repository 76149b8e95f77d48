import type { System } from '../system/system.js';

/** Whose pages events come from. */
export interface Place {
  workspaceId: string;
  artistId: string;
  releaseId: string | null;
  path: string;
}

export interface EventsWorld {
  /** The member's workspace: most of what happens, happens here. */
  big: Place[];
  bigArtistId: string;
  bigReleaseId: string;
  /** Many others: a page or two each, the first ones livelier. */
  small: Place[];
}

const smallWorkspaces = 2_000;
const bigReleases = 24;

/** One workspace that a member looks at, and two thousand others that share the tables with it. */
export async function makeWorld(system: System): Promise<EventsWorld> {
  await system.seedPages(bigReleases);
  const { workspaceId, artistId, handle } = await system.workspace();
  const releases = await system.sql<{ id: string; slug: string }>('select id, slug from releases where workspace_id = $1 order by id', [workspaceId]);
  const small = await system.sql<{ workspace_id: string; artist_id: string; release_id: string; handle: string }>(
    `with w as (
       insert into workspaces (kind, name, time_zone) select 'artist', 'Workspace ' || n, (array['UTC', 'Asia/Tokyo', 'America/Bogota', 'Asia/Kolkata'])[1 + n % 4] from generate_series(1, $1::int) n returning id
     ), a as (
       insert into artists (workspace_id, handle, name) select id, 'small-' || row_number() over (order by id), 'Artist' from w returning workspace_id, id, handle
     )
     insert into releases (workspace_id, artist_id, slug, title, type, theme) select workspace_id, id, 'first', 'First', 'single', '{}' from a
     returning workspace_id, artist_id, id as release_id, (select handle from a where a.id = artist_id) as handle`,
    [smallWorkspaces],
  );
  const bioPage: Place = { workspaceId, artistId, releaseId: null, path: `/${handle}` };
  return {
    big: [bioPage, ...releases.map(({ id, slug }) => ({ workspaceId, artistId, releaseId: id, path: `/${handle}/${slug}` }))],
    bigArtistId: artistId,
    bigReleaseId: releases[0]?.id ?? '',
    small: small.flatMap((row) => [
      { workspaceId: row.workspace_id, artistId: row.artist_id, releaseId: row.release_id, path: `/${row.handle}/first` },
      { workspaceId: row.workspace_id, artistId: row.artist_id, releaseId: null, path: `/${row.handle}` },
    ]),
  };
}
