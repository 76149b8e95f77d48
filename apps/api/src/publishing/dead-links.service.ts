import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Offer, type PublishedDestination, withholdDestinations } from '@lynkify/domain';
import type { ArtistEntity } from '../artists/artist.entity.js';
import { Database, type Transaction } from '../database/database.js';
import { type JobPayload, Jobs } from '../jobs/jobs.js';
import type { ReleaseEntity } from '../releases/release.entity.js';
import { ReleasesService } from '../releases/releases.service.js';
import { deadLinksJob } from '../workspaces/dead-links.js';
import { pageAt, putPage } from './published-pages.js';

/** Has published pages offer what works, and what is dead only where the workspace wants that. Never publishes a draft. */
@Injectable()
export class DeadLinksService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly releases: ReleasesService,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(deadLinksJob, (payload) => this.refreshWorkspace(payload));
  }

  /**
   * Brings what a published page offers up to date; everything else of it stays as it was published. The release and its
   * artist are locked by this unit of work.
   */
  async refreshPage(tx: Transaction, { artist, release }: { artist: ArtistEntity; release: ReleaseEntity }): Promise<void> {
    const path = `/${artist.handle}/${release.slug}`;
    const document = release.status === 'published' ? await pageAt(tx, path) : null;
    if (document?.kind !== 'smart-link' || document.release.id !== release.id) return;
    const refreshed = withholdDestinations(document, await offersOf(tx, release));
    if (JSON.stringify(refreshed.withheld) === JSON.stringify(document.withheld)) return;
    await putPage(tx, { path, workspaceId: release.workspaceId, artistId: artist.id, releaseId: release.id }, refreshed);
  }

  /** After the workspace changed its mind: every page that has something dead or keeps something back, each on its own. */
  private async refreshWorkspace({ workspaceId }: JobPayload): Promise<void> {
    if (typeof workspaceId !== 'string') throw new Error('a job about dead links without its workspace');
    const pages: { id: string }[] = await this.database.inWorkspace({ workspaceId }, (tx) =>
      tx.query(
        `select id from releases r where workspace_id = $1 and status = 'published' and (
           exists (select from destinations d where d.workspace_id = $1 and d.release_id = r.id and d.check_state = 'gone')
           or exists (select from published_pages p where p.workspace_id = $1 and p.artist_id = r.artist_id and p.release_id = r.id and p.document ? 'withheld'))
         order by id`,
        [workspaceId],
      ),
    );
    for (const { id } of pages) {
      await this.database.inWorkspace({ workspaceId }, async (tx) => {
        // Deleted since the list was made: there is no page to look after.
        const [known]: unknown[] = await tx.query('select from releases where workspace_id = $1 and id = $2', [workspaceId, id]);
        if (known) await this.refreshPage(tx, await this.releases.lockWithArtist(tx, id));
      });
    }
  }
}

/** What a page of this release offers. Of an address that is not (or no more) the draft's, nothing is known. */
export async function offersOf(tx: Transaction, { workspaceId, id }: { workspaceId: string; id: string }): Promise<(destination: PublishedDestination) => Offer> {
  const [workspace]: { keeps: boolean }[] = await tx.query(`select dead_links = 'keep' as keeps from workspaces where id = $1`, [workspaceId]);
  if (workspace?.keeps) return () => 'offered';
  const rows: { id: string; url: string; offer: Offer }[] = await tx.query(
    `select id, url, case when check_state = 'gone' then 'withheld' else 'offered' end as offer from destinations where workspace_id = $1 and release_id = $2`,
    [workspaceId, id],
  );
  const known = new Map(rows.map(({ id: destinationId, url, offer }) => [`${destinationId} ${url}`, offer]));
  return (destination) => known.get(`${destination.id} ${destination.url}`) ?? 'as-is';
}
