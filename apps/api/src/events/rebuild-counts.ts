import { DataSource } from 'typeorm';
import { Database } from '../database/database.js';
import type { Environment } from '../environment.js';
import { isId } from '../database/ids.js';
import { createEventStore } from './create-event-store.js';
import { eventsKeptSince } from './retention.js';

/** Which months are counted again, `YYYY-MM`, both included, and of whom. */
export interface RebuildOptions {
  from: string;
  to: string;
  workspaceId: string | null;
}

const month = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** Reads the words of the command line. @throws Error that says what is wrong with them */
export function readRebuildOptions(words: readonly string[]): RebuildOptions {
  const values = new Map<string, string>();
  for (let at = 0; at < words.length; at += 2) {
    const [name = '', value] = words.slice(at, at + 2);
    if (!['--from', '--to', '--workspace'].includes(name) || value === undefined) throw new Error(`“${name}” is not understood.`);
    values.set(name, value);
  }
  const from = values.get('--from') ?? '';
  const to = values.get('--to') ?? from;
  const workspaceId = values.get('--workspace') ?? null;
  if (!month.test(from) || !month.test(to)) throw new Error('Say the first and the last month as YYYY-MM.');
  if (to < from) throw new Error('The last month lies before the first.');
  if (workspaceId !== null && !isId(workspaceId)) throw new Error('A workspace is named by its id.');
  return { from, to, workspaceId };
}

/**
 * Counts months again from raw events, month by month and workspace by workspace, while events come in. Safe to run
 * again: begun anew with the month that it told last, it goes on from there.
 * @throws Error for a month whose raw events are gone, before anything is changed
 */
export async function rebuildCounts(
  environment: Pick<Environment, 'databaseUrl' | 'clickhouseUrl' | 'eventRetentionMonths'>,
  { from, to, workspaceId }: RebuildOptions,
  tell: (line: string) => void,
): Promise<void> {
  const kept = eventsKeptSince(environment.eventRetentionMonths).toISOString().slice(0, 7);
  if (from < kept) throw new Error(`Raw events of ${from} are gone: they are kept since ${kept}. Its counts stay as they are.`);
  const source = await new DataSource({ type: 'postgres', url: environment.databaseUrl, poolSize: 2, installExtensions: false, synchronize: false, extra: { application_name: 'lynkify-rebuild' } }).initialize();
  try {
    const database = new Database(source);
    await database.onModuleInit();
    const store = createEventStore(database, environment);
    const workspaces: { id: string; time_zone: string }[] = await database.unit({ purpose: 'maintenance' }, (tx) =>
      tx.query('select id, time_zone from workspaces where $1::uuid is null or id = $1 order by id', [workspaceId]),
    );
    if (workspaceId !== null && workspaces.length === 0) throw new Error('There is no such workspace.');
    for (let current = from; current <= to; current = shiftMonth(current, 1)) {
      // The first day of the oldest month begins, east of Greenwich, in a month that is gone.
      const first = current === kept ? `${current}-02` : `${current}-01`;
      let events = 0;
      for (const { id, time_zone: timeZone } of workspaces) events += await store.rebuild({ id, timeZone }, first, lastDay(current));
      tell(`${current}: ${events} events of ${workspaces.length} workspace${workspaces.length === 1 ? '' : 's'} counted again`);
    }
    await store.close();
  } finally {
    await source.destroy();
  }
}

function shiftMonth(current: string, months: number): string {
  const [year = 0, number = 0] = current.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

function lastDay(current: string): string {
  return new Date(Date.parse(`${shiftMonth(current, 1)}-01`) - 1).toISOString().slice(0, 10);
}
