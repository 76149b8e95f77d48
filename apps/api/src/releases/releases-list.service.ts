import { Injectable } from '@nestjs/common';
import type { Viewer } from '@lynkify/domain';
import { requireInWorkspace } from '../access/access.js';
import { Database } from '../database/database.js';
import { isId } from '../database/ids.js';
import { decodeCursor, pageSize, toPage, type Page } from '../graphql/connection.js';
import { batchLoader } from '../graphql/context.js';
import { badInput } from '../request-error.js';
import { ReleaseEntity, type ReleaseStatusValue } from './release.entity.js';
import { toRelease, type Release } from './release.type.js';

export interface ReleasesQuestion {
  first: number;
  after?: string | null;
  search?: string | null;
  /** Without one: everything but what is archived. */
  status?: ReleaseStatusValue | null;
  artistId?: string | null;
}

@Injectable()
export class ReleasesListService {
  constructor(private readonly database: Database) {}

  /** Releases of the workspace or of one artist, the last saved first. */
  async releases(viewer: Viewer, { first, after = null, search, status, artistId }: ReleasesQuestion): Promise<Page<Release>> {
    const inside = requireInWorkspace(viewer, 'releases:read');
    const limit = pageSize(first);
    const place = after === null ? null : readPlace(after);
    if (artistId && !isId(artistId)) return toPage([], limit, { after, totalCount: 0, cursorOf: () => [], toNode: toRelease });
    return this.database.inWorkspace(inside, async (tx) => {
      const list = tx.createQueryBuilder(ReleaseEntity, 'release').where(status ? 'release.status = :status' : `release.status <> 'archived'`, { status });
      if (artistId) list.andWhere('release.artistId = :artistId', { artistId });
      const words = search?.trim();
      if (words) {
        list.andWhere(
          `(release.title ilike :like or release.artistCredit ilike :like or release.slug ilike :like or release.upc = :words
            or exists (select 1 from artists a where a.id = release.artistId and a.name ilike :like))`,
          { like: `%${words.slice(0, 200).replace(/[\\%_]/g, '\\$&')}%`, words },
        );
      }
      const totalCount = await list.getCount();
      if (place) list.andWhere('(release.updatedAt < :at or (release.updatedAt = :at and release.id > :id))', place);
      const rows = await list.orderBy('release.updatedAt', 'DESC').addOrderBy('release.id', 'ASC').limit(limit + 1).getMany();
      return toPage(rows, limit, { after, totalCount, cursorOf: (row) => [row.updatedAt.toISOString(), row.id], toNode: toRelease });
    });
  }

  /** Published releases by artist, newest first, those without a date last. */
  readonly publishedOf = batchLoader<string, Release[]>(async ({ viewer }, ids) => {
    const rows = await this.database.inWorkspace(requireInWorkspace(viewer, 'releases:read'), (tx) =>
      tx
        .createQueryBuilder(ReleaseEntity, 'release')
        .where(`release.artistId in (:...ids) and release.status = 'published'`, { ids })
        .orderBy('release.releaseDate', 'DESC', 'NULLS LAST')
        .addOrderBy('release.id', 'DESC')
        .getMany(),
    );
    return ids.map((id) => rows.filter(({ artistId }) => artistId === id).map(toRelease));
  });
}

function readPlace(after: string): { at: string; id: string } {
  const [at, id] = decodeCursor(after, 2);
  if (at && id && isId(id) && !Number.isNaN(Date.parse(at))) return { at, id };
  throw badInput({ after: 'This is no cursor of this list. Take `endCursor` of the page before.' });
}
