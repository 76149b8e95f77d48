import { Injectable } from '@nestjs/common';
import { accept, parseSlug, type Result, type Viewer } from '@lynkify/domain';
import { requireInWorkspace } from '../access/access.js';
import { acceptUnlessTaken } from '../database/constraints.js';
import { Database } from '../database/database.js';
import { batchLoader } from '../graphql/context.js';
import { movePages } from '../publishing/published-pages.js';
import { refreshArtistPages } from '../publishing/published-releases.js';
import type { ReleaseEntity } from './release.entity.js';
import { ReleasesService, slugTaken } from './releases.service.js';

/** Where a release's smart link lives. An address is public as such, so a change of it is at once, without publishing. */
@Injectable()
export class ReleaseAddressService {
  constructor(
    private readonly database: Database,
    private readonly releases: ReleasesService,
  ) {}

  /** Former slugs by release, the latest first. */
  readonly formerSlugs = batchLoader<string, string[]>(async ({ viewer }, ids) => {
    const rows: { release_id: string; slug: string }[] = await this.database.inWorkspace(requireInWorkspace(viewer, 'releases:read'), (tx) =>
      tx.query('select release_id, slug from former_slugs where release_id = any($1::uuid[]) order by created_at desc', [ids]),
    );
    return ids.map((id) => rows.filter((row) => row.release_id === id).map(({ slug }) => slug));
  });

  /** Moves a release. Once it was public, the old address redirects until another release of the artist is published there. */
  async changeSlug(viewer: Viewer, input: { releaseId: string; slug: string }): Promise<Result<ReleaseEntity>> {
    const inside = requireInWorkspace(viewer, 'releases:write');
    const parsed = parseSlug(input.slug);
    return this.database.inWorkspace(inside, async (tx): Promise<Result<ReleaseEntity>> => {
      const { artist, release } = await this.releases.lockWithArtist(tx, input.releaseId);
      if (!parsed.ok) return parsed;
      const slug = parsed.value;
      if (slug === release.slug) return accept(release);
      const moved = await acceptUnlessTaken(
        tx.query('update releases set slug = $3, updated_at = now() where workspace_id = $1 and id = $2', [release.workspaceId, release.id, slug]),
        'releases_artist_slug_key',
        'SLUG_TAKEN',
        ['slug'],
        slugTaken(slug),
      );
      if (!moved.ok) return moved;
      const wasPublic = release.firstPublishedAt !== null;
      // A draft that takes another release's former slug leaves its redirect in place until it is published itself.
      await tx.query('delete from former_slugs where artist_id = $1 and slug = $2 and (release_id = $3 or $4)', [artist.id, slug, release.id, wasPublic]);
      if (wasPublic) {
        await tx.query('insert into former_slugs (workspace_id, artist_id, slug, release_id) values ($1, $2, $3, $4)', [release.workspaceId, artist.id, release.slug, release.id]);
        await movePages(tx, { workspaceId: release.workspaceId, artistId: artist.id, from: `/${artist.handle}/${release.slug}`, to: `/${artist.handle}/${slug}`, rewrite: { path: ['release', 'slug'], value: slug } });
        await refreshArtistPages(tx, artist);
      }
      return accept({ ...release, slug });
    });
  }
}
