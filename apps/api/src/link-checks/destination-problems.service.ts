import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@lynkify/domain';
import { In } from 'typeorm';
import { requireInWorkspace } from '../access/access.js';
import { ArtistEntity } from '../artists/artist.entity.js';
import { Database, type Transaction } from '../database/database.js';
import { isId } from '../database/ids.js';
import { DestinationEntity } from '../destinations/destination.entity.js';
import { toDestination } from '../destinations/destination.type.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { decodeCursor, type Page, pageSize, toPage } from '../graphql/connection.js';
import { ReleaseEntity } from '../releases/release.entity.js';
import { toRelease } from '../releases/release.type.js';
import { releaseUrl } from '../releases/release-url.js';
import { badInput } from '../request-error.js';
import type { DestinationProblem } from './link-check.type.js';

export interface ProblemsQuestion {
  first: number;
  after?: string | null;
  artistId?: string | null;
}

interface Place {
  id: string;
  release_id: string;
  problem_since: Date;
}

/** Destinations that are gone or moved, of releases that fans can see. */
@Injectable()
export class DestinationProblemsService {
  constructor(
    private readonly database: Database,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  async problems(viewer: Viewer, { first, after = null, artistId = null }: ProblemsQuestion): Promise<Page<DestinationProblem>> {
    const inside = requireInWorkspace(viewer, 'releases:read');
    const limit = pageSize(first);
    const place = after === null ? null : readPlace(after);
    return this.database.inWorkspace(inside, async (tx) => {
      const artist = artistId === null || isId(artistId) ? artistId : null;
      const isNobody = artistId !== null && artist === null;
      const rows: Place[] = isNobody ? [] : await tx.query(`select d.id, d.release_id, d.problem_since ${fromSql} and ($3::timestamptz is null or (d.problem_since, d.id) < ($3, $4::uuid)) order by d.problem_since desc, d.id desc limit $5`, [inside.workspaceId, artist, place?.at ?? null, place?.id ?? null, limit + 1]);
      const [count]: { count: number }[] = isNobody ? [] : await tx.query(`select count(*)::int as count ${fromSql}`, [inside.workspaceId, artist]);
      const problems = await this.load(tx, rows);
      return toPage(problems, limit, { after, totalCount: count?.count ?? 0, cursorOf: ({ at, node }) => [at.toISOString(), node.destination.id], toNode: ({ node }) => node });
    });
  }

  private async load(tx: Transaction, rows: readonly Place[]): Promise<{ at: Date; node: DestinationProblem }[]> {
    if (rows.length === 0) return [];
    const destinations = new Map((await tx.findBy(DestinationEntity, { id: In(rows.map(({ id }) => id)) })).map((row) => [row.id, row]));
    const releases = new Map((await tx.findBy(ReleaseEntity, { id: In([...new Set(rows.map((row) => row.release_id))]) })).map((row) => [row.id, row]));
    const handles = new Map((await tx.findBy(ArtistEntity, { id: In([...new Set([...releases.values()].map(({ artistId }) => artistId))]) })).map((row) => [row.id, row.handle]));
    return rows.flatMap((row) => {
      const destination = destinations.get(row.id);
      const release = releases.get(row.release_id);
      if (!destination || !release) return [];
      const url = releaseUrl(this.environment.publicPagesUrl, handles.get(release.artistId) ?? '', release.slug);
      return [{ at: row.problem_since, node: { destination: toDestination(destination, url), release: toRelease(release) } }];
    });
  }
}

const fromSql = `from destinations d join releases r on r.workspace_id = d.workspace_id and r.id = d.release_id
  where d.workspace_id = $1 and d.problem_since is not null and d.offered and r.status = 'published' and ($2::uuid is null or r.artist_id = $2)`;

function readPlace(after: string): { at: string; id: string } {
  const [at, id] = decodeCursor(after, 2);
  if (at && id && isId(id) && !Number.isNaN(Date.parse(at))) return { at, id };
  throw badInput({ after: 'This is no cursor of this list. Take `endCursor` of the page before.' });
}
