import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.js';
import { OptIns } from '../fans/opt-ins.service.js';
import { Jobs } from '../jobs/jobs.js';
import { EventStore } from './event-store.js';
import { RejectedEvents } from './rejected-events.js';

/** What has to be done again and again so that events find their place and nothing is kept longer than it should be. */
@Injectable()
export class EventsUpkeep implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly optIns: OptIns,
    private readonly store: EventStore,
    private readonly rejected: RejectedEvents,
  ) {}

  onModuleInit(): void {
    this.jobs.every('17 * * * *', 'events-upkeep', () => this.store.upkeep());
    this.jobs.every('27 2 * * *', 'events-rejected-forget', () => this.rejected.forgetOld());
    this.jobs.every('37 2 * * *', 'opt-ins-forget', () => this.forgetOptIns());
  }

  /** Requests for confirmation that nobody answered for three months after they ran out. */
  async forgetOptIns(): Promise<void> {
    const workspaces: { id: string }[] = await this.database.unit({ purpose: 'maintenance' }, (tx) => tx.query('select id from workspaces order by id'));
    for (const { id } of workspaces) await this.database.unit({ workspaceId: id }, (tx) => this.optIns.forgetOld(tx, id));
  }
}
