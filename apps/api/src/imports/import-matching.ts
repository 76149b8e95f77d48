import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, type Transaction } from '../database/database.js';
import { isId } from '../database/ids.js';
import { DestinationEntity } from '../destinations/destination.entity.js';
import { Jobs } from '../jobs/jobs.js';
import { priorities } from '../matching/match-jobs.js';
import { MatchingService } from '../matching/matching.service.js';
import { ReleaseEntity } from '../releases/release.entity.js';

const catalogueJob = 'import-match-all';
const releaseJob = 'import-match';

/** So long it works before others have their turn. */
const sliceMs = 1_000;
/** The lines of one release come close behind each other: it is looked up once, by all that they said. */
const gathered = 10_000;

/**
 * Has the releases of a catalogue looked up once all of its lines are there, behind everything that somebody waits for:
 * begun line by line, it would make the import itself several times as slow.
 */
@Injectable()
export class ImportMatching implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly matching: MatchingService,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(catalogueJob, ({ workspaceId, importId, after }) => this.beginAll(String(workspaceId), String(importId), Number(after)));
    this.jobs.handle(releaseJob, ({ workspaceId, releaseId }) => this.database.inWorkspace({ workspaceId: String(workspaceId) }, (tx) => this.begin(tx, String(releaseId))));
  }

  /** Orders it for every release of an import that nobody looked up yet, in the unit of work that ends the import. */
  orderAll(tx: Transaction, { workspaceId, id }: { workspaceId: string; id: string }, after = -1): Promise<void> {
    return this.jobs.enqueue(tx, catalogueJob, { workspaceId, importId: id, after }, { key: `${catalogueJob}:${id}`, priority: priorities.later });
  }

  /** Orders it anew for a release that was looked up before, by codes that it did not have then. */
  async orderAgain(tx: Transaction, { workspaceId, id }: { workspaceId: string; id: string }): Promise<void> {
    const known: unknown[] = await tx.query('select 1 from matches where release_id = $1', [id]);
    if (known.length > 0) await this.jobs.enqueue(tx, releaseJob, { workspaceId, releaseId: id }, { key: `${releaseJob}:${id}`, priority: priorities.later, runAt: new Date(Date.now() + gathered) });
  }

  private async beginAll(workspaceId: string, importId: string, after: number): Promise<void> {
    if (!isId(importId)) return;
    let place = after;
    for (const end = Date.now() + sliceMs; Date.now() < end; ) {
      const next = await this.database.inWorkspace({ workspaceId }, async (tx) => {
        const [line]: { number: number; release_id: string }[] = await tx.query(
          `select l.number, l.release_id from import_lines l
           where l.import_id = $1 and l.number > $2 and l.outcome in ('created', 'completed') and l.release_id is not null and not exists (select 1 from matches m where m.workspace_id = l.workspace_id and m.release_id = l.release_id)
           order by l.number limit 1`,
          [importId, place],
        );
        if (line) await this.begin(tx, line.release_id);
        return line?.number ?? null;
      });
      if (next === null) return;
      place = next;
    }
    await this.database.inWorkspace({ workspaceId }, (tx) => this.orderAll(tx, { workspaceId, id: importId }, place));
  }

  private async begin(tx: Transaction, releaseId: string): Promise<void> {
    const release = await tx.findOneBy(ReleaseEntity, { id: releaseId });
    // Deleted or put away again meanwhile.
    if (!release || release.status === 'archived') return;
    const first = await tx.findOne(DestinationEntity, { where: { releaseId }, order: { position: 'asc' } });
    await this.matching.begin(tx, release, { from: release.upc ? `UPC ${release.upc}` : (first?.url ?? release.title), priority: 'later' });
  }
}
