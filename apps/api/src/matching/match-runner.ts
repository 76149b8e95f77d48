import { Injectable, type OnModuleInit } from '@nestjs/common';
import { brokenConstraint } from '../database/constraints.js';
import { Database, type Transaction } from '../database/database.js';
import { type JobPayload, Jobs } from '../jobs/jobs.js';
import type { Lookup, ServiceId, Unavailable } from '../lookups/lookup.js';
import { Lookups } from '../lookups/lookups.js';
import { RequestError } from '../request-error.js';
import { askedBy, freshWays, type KnownRelease, type Way } from './known-release.js';
import { lookupJob, orderLookup, retriesJob } from './match-jobs.js';
import { isSettled, MatchRecord, type Answered } from './match-record.service.js';
import { matchOf, type LookupRow, type MatchRow } from './match-rows.js';

const minute = 60_000;
/** How long a service that is away is left alone after each try; then it is given up until somebody asks for it. */
const pauses = [1, 5, 15, 60, 240, 720, 1440, 1440, 1440, 1440].map((minutes) => minutes * minute);
/** Up to here a job waits for its time; what is later is found by upkeep, which bears moved dates and restarts. */
const soon = 5 * minute;
/** One service wants its turns kept; waiting for the next one costs nobody else anything. */
const patienceMs = 8_000;
const dueAtOnce = 500;

interface Task {
  workspaceId: string;
  releaseId: string;
  service: ServiceId;
  run: number;
}

interface Begun {
  known: KnownRelease;
  ways: Way[];
  /** When this try began: tells it from one that took over because this one seemed dead. */
  since: string;
}

/** Asks one service about one release, as a job. May be done again at any point: everything is written at once at its end. */
@Injectable()
export class MatchRunner implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly lookups: Lookups,
    private readonly record: MatchRecord,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(lookupJob, (payload) => this.ask(readTask(payload)));
    this.jobs.every('* * * * *', retriesJob, () => this.takeUpDue());
  }

  private async ask(task: Task): Promise<void> {
    const lookup = this.lookups.get(task.service);
    const begun = await this.begin(task, lookup);
    if (!begun) return;
    const answers: Answered[] = [];
    const asked: string[] = [];
    let away: Unavailable | null = null;
    for (const way of begun.ways) {
      const answer = await lookup.find(way.query, { patienceMs });
      if (answer.outcome === 'unavailable') {
        away = answer;
        break;
      }
      asked.push(way.key);
      if (answer.outcome === 'missed') continue;
      answers.push(...answer.releases.map((release) => ({ asked: askedBy(way, release), release })));
      if (isSettled(begun.known, answers)) break;
    }
    // What was found before it went away is worth having; the rest is asked when it is back.
    const settled = away === null || isSettled(begun.known, answers);
    await this.write(task, begun.since, (tx, known, match) => (settled ? this.record.answered(tx, known, match, task.service, answers, asked) : this.putOff(tx, known, match, task, away)));
  }

  /** Null: there is nothing to ask, or another run took over. */
  private async begin({ workspaceId, releaseId, service, run }: Task, lookup: Lookup): Promise<Begun | null> {
    return this.inRelease({ workspaceId, releaseId, run }, async (tx, known, match) => {
      const [row]: LookupRow[] = await tx.query('select * from match_lookups where release_id = $1 and service = $2', [releaseId, service]);
      if (!row || row.status === 'not-configured') return null;
      const ways = freshWays(lookup, known, match.country, row);
      if (ways.length === 0) {
        // It was ordered for something that is not so any more.
        if (row.status === 'asking' || row.status === 'waiting') await this.record.answered(tx, known, match, service, [], []);
        return null;
      }
      // TypeORM gives the rows of an update and their number.
      const [[begun]]: [{ since: string }[], number] = await tx.query(
        `update match_lookups set status = 'asking', tries = tries + 1, tried_at = clock_timestamp(), retry_at = null where workspace_id = $1 and release_id = $2 and service = $3 returning tried_at::text as since`,
        [workspaceId, releaseId, service],
      );
      return { known, ways, since: begun?.since ?? '' };
    });
  }

  private async putOff(tx: Transaction, known: KnownRelease, match: MatchRow, { workspaceId, releaseId, service }: Task, away: Unavailable | null): Promise<void> {
    const [row]: { tries: number }[] = await tx.query('select tries from match_lookups where release_id = $1 and service = $2', [releaseId, service]);
    const pause = pauses[(row?.tries ?? 1) - 1];
    const retryAt = away?.retryAt ?? (pause === undefined ? null : new Date(Date.now() + pause));
    await tx.query(`update match_lookups set status = 'unavailable', message = $4, retry_at = $5, tries = tries - $6 where workspace_id = $1 and release_id = $2 and service = $3`, [
      workspaceId,
      releaseId,
      service,
      retryAt === null ? `${away?.message ?? ''} It was tried ${row?.tries ?? 0} times; look it up again when you like.` : (away?.message ?? ''),
      retryAt,
      // Waiting for a turn is no try.
      away?.reason === 'limited' ? 1 : 0,
    ]);
    if (retryAt !== null && retryAt.getTime() - Date.now() <= soon) await orderLookup(tx, this.jobs, match, workspaceId, service, spread(retryAt, match));
    await this.record.goOn(tx, known, match, false);
  }

  /** Writes in the release's own unit of work. The slug that follows a title may be taken at this moment: then once more. */
  private async write(task: Task, since: string, work: (tx: Transaction, known: KnownRelease, match: MatchRow) => Promise<void>): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        await this.inRelease(task, async (tx, known, match) => {
          const mine: unknown[] = await tx.query('select 1 from match_lookups where release_id = $1 and service = $2 and tried_at::text = $3', [task.releaseId, task.service, since]);
          if (mine.length > 0) await work(tx, known, match);
        });
        return;
      } catch (error) {
        if (brokenConstraint(error) !== 'releases_artist_slug_key' || tries === 5) throw error;
      }
    }
  }

  private async inRelease<T>({ workspaceId, releaseId, run }: Omit<Task, 'service'>, work: (tx: Transaction, known: KnownRelease, match: MatchRow) => Promise<T>): Promise<T | null> {
    try {
      return await this.database.unit({ workspaceId }, async (tx) => {
        const known = await this.record.know(tx, releaseId);
        const match = await this.record.current(tx, releaseId, run);
        return match === null ? null : work(tx, known, match);
      });
    } catch (error) {
      // Deleted meanwhile, with everything that was known of it.
      if (error instanceof RequestError && error.code === 'NOT_FOUND') return null;
      throw error;
    }
  }

  /** Upkeep: what was put off and is due, of all workspaces. */
  private async takeUpDue(): Promise<void> {
    const due = await this.database.unit({ purpose: 'maintenance' }, (tx): Promise<{ workspace_id: string; release_id: string; service: ServiceId }[]> =>
      tx.query('select workspace_id, release_id, service from match_lookups where retry_at <= now() order by retry_at limit $1', [dueAtOnce]),
    );
    const releases = new Map<string, { workspaceId: string; releaseId: string; services: ServiceId[] }>();
    for (const { workspace_id: workspaceId, release_id: releaseId, service } of due) {
      const one = releases.get(releaseId) ?? { workspaceId, releaseId, services: [] };
      one.services.push(service);
      releases.set(releaseId, one);
    }
    for (const { workspaceId, releaseId, services } of releases.values()) {
      await this.database.unit({ workspaceId }, async (tx) => {
        const match = await matchOf(tx, releaseId);
        if (!match) return;
        // What was missed may be there by now, by whatever it was asked; what was away goes on where it stopped.
        await tx.query(
          `update match_lookups set asked = case when status = 'missed' then '{}' else asked end, status = 'waiting', message = '', retry_at = null
           where workspace_id = $1 and release_id = $2 and service = any ($3) and retry_at <= now()`,
          [workspaceId, releaseId, services],
        );
        await tx.query('update matches set finished_at = null where workspace_id = $1 and release_id = $2', [workspaceId, releaseId]);
        for (const service of services) await orderLookup(tx, this.jobs, match, workspaceId, service);
      });
    }
  }
}

/** A whole catalogue does not come back at one moment. */
function spread(at: Date, { priority }: MatchRow): Date {
  return new Date(at.getTime() + Math.random() * (priority > 0 ? minute : 500));
}

function readTask({ workspaceId, releaseId, service, run }: JobPayload): Task {
  if (typeof workspaceId !== 'string' || typeof releaseId !== 'string' || typeof service !== 'string' || typeof run !== 'number') throw new Error('a lookup without its release');
  return { workspaceId, releaseId, service: service as ServiceId, run };
}
