import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Jobs } from '../jobs/jobs.js';
import { limitOf } from './service-limits.js';

/** `limit`: too many are waiting; `paused`: the service asked for a pause; `budget`: the day's units are spent. */
export type BusyReason = 'limit' | 'paused' | 'budget';

/** A turn would not come in time. */
export class ServiceBusy extends Error {
  constructor(
    service: string,
    readonly until: Date,
    readonly reason: BusyReason,
  ) {
    super(`${service} is not to be asked before ${until.toISOString()} (${reason})`);
    this.name = 'ServiceBusy';
  }
}

interface Taken {
  wait: number | null;
  until: Date;
  reason: BusyReason;
}

/**
 * Turns at other people's services, for all processes of the instance together: one row a service in Postgres, whose
 * clock decides. Who takes a turn has it from then on, in the order of asking, and waits for its moment.
 */
@Injectable()
export class ServiceTurns implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every('41 3 * * *', 'service-turns-clear', async () => {
      await this.dataSource.query(`delete from service_turns where service like 'host:%' and next_turn < now() - interval '1 hour' and (paused_until is null or paused_until < now())`);
    });
  }

  /** Waits for a turn, at most `patienceMs`. @throws ServiceBusy at once when it would take longer */
  async take(service: string, { patienceMs = 3_000, cost = 1 }: { patienceMs?: number; cost?: number } = {}): Promise<void> {
    const { every, burst, dailyBudget } = limitOf(service);
    const rows: Taken[] = await this.dataSource.query('select wait, until, reason from take_service_turn($1, $2, $3, $4, $5, $6, $7)', [
      service, every, burst, patienceMs, dailyBudget ? cost : 0, dailyBudget?.units ?? null, dailyBudget?.timeZone ?? null,
    ]);
    const [taken] = rows;
    if (!taken) throw new Error(`there is no answer about the turns of ${service}`);
    if (taken.wait === null) throw new ServiceBusy(service, taken.until, taken.reason);
    // A timer may come a little early.
    if (taken.wait > 0) await delay(Math.ceil(taken.wait) + 1);
  }

  /** After a 429, a quota error, a 503: nobody of the instance asks before this moment. */
  async pause(service: string, until: Date, why: string): Promise<void> {
    limitOf(service);
    await this.dataSource.query(
      `insert into service_turns as t (service, next_turn, paused_until, pause_reason) values ($1, now(), $2, $3)
       on conflict on constraint service_turns_pkey do update set paused_until = greatest(t.paused_until, excluded.paused_until), pause_reason = excluded.pause_reason`,
      [service, until, why.slice(0, 500)],
    );
  }
}
