import { Injectable, type OnModuleInit } from '@nestjs/common';
import { moreReleases } from '@lynkify/domain';
import { Database, type Transaction } from '../database/database.js';
import { type JobPayload, Jobs } from '../jobs/jobs.js';
import { moreReleasesJob, newestCards } from './more-releases.js';
import { tellChanged } from './published-pages.js';

/** Pages that one unit of work looks at. */
const atOnce = 50;

/** Keeps what an artist's pages show of their other releases as it is public now. Never publishes a draft. */
@Injectable()
export class MoreReleasesService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(moreReleasesJob, (payload) => this.refresh(payload));
  }

  private async refresh({ workspaceId, artistId }: JobPayload): Promise<void> {
    if (typeof workspaceId !== 'string' || typeof artistId !== 'string') throw new Error('a job about other releases without its artist');
    let after: string | null = '00000000-0000-0000-0000-000000000000';
    while (after !== null) {
      const from: string = after;
      after = await this.database.inWorkspace({ workspaceId }, (tx) => this.refreshSome(tx, artistId, from));
    }
  }

  /**
   * The next pages, by release. Only those that show something else than they should are written, and of them nothing else:
   * what is published at the same moment stays. @returns the last one looked at; null when there are no more
   */
  private async refreshSome(tx: Transaction, artistId: string, after: string): Promise<string | null> {
    // Whoever waits here reads what the one before them has left: no older list is ever written over a newer one.
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('${moreReleasesJob}:' || $1, 0))`, [artistId]);
    const pages: { id: string }[] = await tx.query(
      `select release_id as id from published_pages where artist_id = $1 and host = '' and kind = 'smart-link' and document ? 'more' and release_id > $2 order by release_id limit ${atOnce}`,
      [artistId, after],
    );
    const cards = await newestCards(tx, artistId);
    await tx.query(
      `with changed as (
         update published_pages p set document = jsonb_set(p.document, '{more}', wanted.more), version = nextval('published_pages_version_seq')
         from jsonb_to_recordset($2::jsonb) as wanted (id uuid, more jsonb)
         where p.artist_id = $1 and p.host = '' and p.kind = 'smart-link' and p.release_id = wanted.id and p.document ? 'more' and p.document->'more' <> wanted.more
         returning host, path, version
       ) ${tellChanged}`,
      [artistId, JSON.stringify(pages.map(({ id }) => ({ id, more: moreReleases(cards, id) })))],
    );
    return pages.length === atOnce ? (pages.at(-1)?.id ?? null) : null;
  }
}
