import { Injectable } from '@nestjs/common';
import { accept, parseIsrc, parseTitle, previewsOf, type Refusal, type Result, type Viewer } from '@lynkify/domain';
import { In } from 'typeorm';
import { requireInWorkspace } from '../access/access.js';
import { Database } from '../database/database.js';
import { batchLoader } from '../graphql/context.js';
import type { ReleaseEntity } from '../releases/release.entity.js';
import { ReleasesService } from '../releases/releases.service.js';
import { saveTracks } from './save-tracks.js';
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
      // Nobody types a preview: a recording keeps the one it has, also where its title is put right.
      const before = await tx.find(TrackEntity, { where: { releaseId: release.id }, order: { position: 'asc' } });
      const sameLength = ({ durationMs }: { durationMs: number | null }, index: number) => before.length === tracks.value.length && durationMs !== null && before[index]?.durationMs === durationMs;
      const previews = previewsOf(tracks.value, [{ source: 'before', facts: { tracks: before } }]);
      await saveTracks(tx, release, tracks.value.map((track, index) => ({ ...track, previewUrl: previews[index] ?? (sameLength(track, index) ? (before[index]?.previewUrl ?? null) : null) })));
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
