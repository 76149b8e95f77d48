import { Injectable } from '@nestjs/common';
import { accept, parseIsrc, parseTitle, type Refusal, type Result, type Viewer } from '@lynkify/domain';
import { In } from 'typeorm';
import { requireInWorkspace } from '../access/access.js';
import { Database } from '../database/database.js';
import { batchLoader } from '../graphql/context.js';
import type { ReleaseEntity } from '../releases/release.entity.js';
import { ReleasesService } from '../releases/releases.service.js';
import { TrackEntity } from './track.entity.js';

interface TypedTrack {
  title: string;
  isrc?: string | null;
  durationMs?: number | null;
}

@Injectable()
export class TracksService {
  constructor(
    private readonly database: Database,
    private readonly releases: ReleasesService,
  ) {}

  /** Tracks by release, in order. */
  readonly ofRelease = batchLoader<string, TrackEntity[]>(async ({ viewer }, ids) => {
    const rows = await this.database.inWorkspace(requireInWorkspace(viewer, 'releases:read'), (tx) => tx.find(TrackEntity, { where: { releaseId: In([...ids]) }, order: { position: 'asc' } }));
    return ids.map((id) => rows.filter((row) => row.releaseId === id));
  });

  async setTracks(viewer: Viewer, input: { releaseId: string; tracks: readonly TypedTrack[] }): Promise<Result<ReleaseEntity>> {
    const inside = requireInWorkspace(viewer, 'releases:write');
    return this.database.inWorkspace(inside, async (tx): Promise<Result<ReleaseEntity>> => {
      const release = await this.releases.lock(tx, input.releaseId);
      const tracks = readTracks(input.tracks);
      if (!tracks.ok) return tracks;
      await tx.query('delete from tracks where release_id = $1', [release.id]);
      await tx.query(
        `insert into tracks (workspace_id, release_id, position, title, isrc, duration_ms)
         select $1, $2, place - 1, title, isrc, duration_ms from unnest($3::text[], $4::text[], $5::integer[]) with ordinality as listed (title, isrc, duration_ms, place)`,
        [release.workspaceId, release.id, tracks.value.map(({ title }) => title), tracks.value.map(({ isrc }) => isrc), tracks.value.map(({ durationMs }) => durationMs)],
      );
      return accept(await this.releases.changed(tx, release, {}, ['tracks']));
    });
  }
}

function readTracks(typed: readonly TypedTrack[]): Result<{ title: string; isrc: string | null; durationMs: number | null }[]> {
  const errors: Refusal[] = [];
  const tracks = typed.map(({ title, isrc, durationMs }, index) => {
    const parsedTitle = parseTitle(title);
    const parsedIsrc = isrc == null || isrc.trim() === '' ? accept(null) : parseIsrc(isrc);
    for (const result of [parsedTitle, parsedIsrc]) {
      if (!result.ok) errors.push(...result.errors.map((error) => ({ ...error, path: ['tracks', String(index), ...error.path] })));
    }
    return { title: parsedTitle.ok ? parsedTitle.value : '', isrc: parsedIsrc.ok ? parsedIsrc.value : null, durationMs: durationMs ?? null };
  });
  return errors.length > 0 ? { ok: false, errors } : accept(tracks);
}
