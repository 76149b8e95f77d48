import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { Database, type Transaction } from '../database/database.js';
import { isId } from '../database/ids.js';
import { Jobs } from '../jobs/jobs.js';
import { ArtistPages } from './artist-pages.service.js';
import { ImportEntity } from './import.entity.js';
import { ImportMatching } from './import-matching.js';
import { TakeLines } from './take-lines.service.js';

/** So long a run works before others have their turn: jobs of other people, and whoever wants the program to end. */
const sliceMs = 2_000;

/** Looks over and forgets what nobody confirmed for this long. */
const forgottenAfter = '7 days';

/** Has imports done, piece by piece, from wherever the last run got to. */
@Injectable()
export class ImportRuns implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly lines: TakeLines,
    private readonly pages: ArtistPages,
    private readonly matching: ImportMatching,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('import-run', ({ workspaceId, importId }) => this.run(String(workspaceId), String(importId)));
    this.jobs.every('* * * * *', 'imports-upkeep', async () => {
      await this.takeUpAgain(`worked_at < now() - interval '1 minute'`);
      await this.database.unit({ purpose: 'maintenance' }, (tx) => tx.query(`delete from imports where status = 'ready' and created_at < now() - $1::interval`, [forgottenAfter]));
    });
  }

  /** Whatever was going on when the program was killed goes on at once, not only when its job is missed. */
  async onApplicationBootstrap(): Promise<void> {
    await this.takeUpAgain('true');
  }

  /** Has an import's next piece done. One that waits already is not doubled; two at once do each other no harm. */
  enqueue(tx: Transaction, { workspaceId, id }: { workspaceId: string; id: string }, runAt?: Date): Promise<void> {
    return this.jobs.enqueue(tx, 'import-run', { workspaceId, importId: id }, { key: `import:${id}`, ...(runAt ? { runAt } : {}) });
  }

  private async takeUpAgain(condition: string): Promise<void> {
    const standing: { workspace_id: string; id: string }[] = await this.database.unit({ purpose: 'maintenance' }, (tx) =>
      tx.query(`select workspace_id, id from imports where status in ('reading', 'running') and (retry_at is null or retry_at < now()) and ${condition}`),
    );
    for (const { workspace_id: workspaceId, id } of standing) await this.database.inWorkspace({ workspaceId }, (tx) => this.enqueue(tx, { workspaceId, id }));
  }

  private async run(workspaceId: string, importId: string): Promise<void> {
    if (!isId(importId)) return;
    const source = await this.database.inWorkspace({ workspaceId }, async (tx) => {
      await tx.query('update imports set worked_at = now() where id = $1', [importId]);
      return tx.findOneBy(ImportEntity, { id: importId });
    });
    if (source?.status === 'reading') return this.read(source);
    if (source?.status !== 'running') return;
    for (const end = Date.now() + sliceMs; Date.now() < end; ) {
      if (!(await this.lines.takeNext(source))) return this.finish(source);
    }
    await this.database.inWorkspace(source, (tx) => this.enqueue(tx, source));
  }

  private async read(source: ImportEntity): Promise<void> {
    const next = await this.pages.readNext(source);
    if (next) await this.database.inWorkspace(source, (tx) => this.enqueue(tx, source, next.at));
  }

  /** Over when no line waits; another run may still have one in hand, and ends the import itself then. */
  private async finish(source: ImportEntity): Promise<void> {
    await this.database.inWorkspace(source, async (tx) => {
      const [, ended]: [unknown[], number] = await tx.query(
        `update imports set status = 'finished', finished_at = now() where id = $1 and status = 'running'
         and not exists (select 1 from import_lines l where l.import_id = $1 and l.outcome = 'waiting')`,
        [source.id],
      );
      if (ended > 0) await this.matching.orderAll(tx, source);
    });
  }
}
