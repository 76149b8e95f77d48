import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Slots } from '../slots.js';
import { requireConfinedRole } from './confined-role.js';

/** What a unit of work may see, set in the database itself for as long as its transaction lasts. */
export interface UnitScope {
  /** Tenant whose rows are visible. None: no tenant's. */
  workspaceId?: string;
  /** Signed-in user: their own sessions and memberships. */
  userId?: string;
  /** SHA-256 of a secret the caller presented: opens the one row that stores it. */
  secretHash?: Buffer;
  /** A road outside any workspace: signing in, the renderer's reads, shipped events, upkeep. */
  purpose?: 'accounts' | 'handles' | 'renderer' | 'ingest' | 'maintenance';
}

/** A transaction's manager; everything of one unit of work goes through it. */
export type Transaction = EntityManager;

/** Carries a refusal out of a transaction so that nothing of it stays. */
class RolledBack extends Error {
  constructor(readonly outcome: unknown) {
    super('rolled back');
  }
}

/** Says that nobody waits for what is being done, and whether it has a connection already. */
const background = new AsyncLocalStorage<{ connected: boolean }>();

/** The one way to the database: every unit of work is a transaction with its scope set for row-level security. */
@Injectable()
export class Database implements OnModuleInit {
  /** Half of the connections at the most are for what nobody waits for, so that requests always find one. */
  private readonly backgroundSlots: Slots;

  constructor(private readonly dataSource: DataSource) {
    this.backgroundSlots = new Slots(Math.max(1, Math.floor((dataSource.options.poolSize ?? 10) / 2)), Number.POSITIVE_INFINITY);
  }

  /** @throws when the database would not hold this program to one workspace at a time */
  onModuleInit(): Promise<void> {
    return requireConfinedRole(this.dataSource);
  }

  /** Runs a unit of work inside the viewer's workspace. A refused Result rolls everything back. */
  inWorkspace<T>(viewer: { workspaceId: string; userId?: string }, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.unit({ workspaceId: viewer.workspaceId, userId: viewer.userId }, work);
  }

  /**
   * Does work that nobody waits for, like a job. Its units of work take their turns for a part of the connections: however
   * many of them wait for a lock, what people ask meanwhile is answered.
   */
  inBackground<T>(work: () => Promise<T>): Promise<T> {
    return background.run({ connected: false }, work);
  }

  /** Runs a unit of work with exactly this scope. A refused Result (`ok: false`) rolls everything back. */
  async unit<T>(scope: UnitScope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    // A unit inside another one must not wait for a turn that the outer one keeps.
    if (background.getStore()?.connected !== false) return this.transaction(scope, work);
    return this.backgroundSlots.take(() => background.run({ connected: true }, () => this.transaction(scope, work)));
  }

  private async transaction<T>(scope: UnitScope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    try {
      return await this.dataSource.transaction(async (tx) => {
        await setScope(tx, scope);
        const outcome = await work(tx);
        if (isRefused(outcome)) throw new RolledBack(outcome);
        return outcome;
      });
    } catch (error) {
      if (error instanceof RolledBack) return error.outcome as T;
      throw error;
    }
  }

  /** Whether the database answers. */
  async answers(): Promise<boolean> {
    await this.dataSource.query('select 1');
    return true;
  }
}

/**
 * Sets what this unit of work may see from here on, in place of what it saw before: after a secret showed whose it is,
 * the work goes on as them.
 */
export async function setScope(tx: Transaction, scope: UnitScope): Promise<void> {
  await tx.query(
    `select set_config('app.workspace', $1, true), set_config('app.user', $2, true), set_config('app.secret', $3, true), set_config('app.purpose', $4, true)`,
    [scope.workspaceId ?? '', scope.userId ?? '', scope.secretHash?.toString('hex') ?? '', scope.purpose ?? ''],
  );
}

function isRefused(outcome: unknown): boolean {
  return typeof outcome === 'object' && outcome !== null && 'ok' in outcome && outcome.ok === false;
}
