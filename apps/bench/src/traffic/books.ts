import { setTimeout as delay } from 'node:timers/promises';
import type { Figure } from '../experiment.js';
import { diagnose } from '../system/diagnosis.js';
import type { System } from '../system/system.js';
import { emailOf, kinds, type EventKind, type FanTraffic } from './fans.js';

interface StoredEvent {
  kind: EventKind;
  number: string;
  audience: string;
  times: number;
}

/** Of everything that was acknowledged: what is not in the store by now. */
async function missing(system: System, traffic: FanTraffic): Promise<number> {
  const stored = await system.sql<{ kind: EventKind; number: string }>(`select kind, utm->>'content' as number from events where utm->>'source' = 'bench'`);
  const found = new Set(stored.map(({ kind, number }) => `${kind} ${number}`));
  let lost = 0;
  for (const kind of kinds) for (const number of traffic.acknowledged[kind]) if (!found.has(`${kind} ${number}`)) lost += 1;
  return lost;
}

/** What of the spool the API has not taken yet, as the renderer says. */
export async function pendingEvents(url: string): Promise<number> {
  const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5_000) });
  return ((await answer.json()) as { spool: { pendingEvents: number } }).spool.pendingEvents;
}

/**
 * Waits until everything acknowledged is stored and the spool is empty.
 * @returns seconds that took
 * @throws when it does not come to that, with everything that may say why
 */
export async function drained(system: System, traffic: FanTraffic, patience = 75): Promise<number> {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1_000;
  for (;;) {
    for (const program of [system.renderer, system.api, system.postgres]) program.requireAlive();
    const pending = await pendingEvents(system.renderer.url);
    const lost = pending === 0 ? await missing(system, traffic) : null;
    if (lost === 0) return seconds();
    if (seconds() > patience) throw new Error(`It did not drain within ${patience} s: ${pending} events wait in the spool, ${lost ?? (await missing(system, traffic))} of the acknowledged are not stored.\n${await diagnose(system)}`);
    await delay(250);
  }
}

/**
 * Acknowledged against stored, row by row by their numbers: nothing lost, nothing twice, every email a fan with one
 * consent, and the numbers that the member sees are those of the rows.
 */
export async function balance(system: System, traffic: FanTraffic): Promise<Figure[]> {
  const stored = await system.sql<StoredEvent>(`select kind, utm->>'content' as number, min(audience) as audience, count(*)::int as times from events where utm->>'source' = 'bench' group by 1, 2`);
  const byKey = new Map(stored.map((row) => [`${row.kind} ${row.number}`, row]));
  const figures: Figure[] = [];
  for (const kind of kinds) {
    const acknowledged = [...traffic.acknowledged[kind]];
    const lost = acknowledged.filter((number) => !byKey.has(`${kind} ${number}`));
    figures.push(
      { name: `${kind}s acknowledged`, value: acknowledged.length, unit: '', note: `of ${traffic.sent[kind]} sent`, limit: { is: 'at least', value: 1 } },
      { name: `${kind}s acknowledged − stored`, value: lost.length, unit: '', limit: { is: 'exactly', value: 0 }, note: some(lost) },
    );
  }
  const doubles = stored.filter(({ times }) => times > 1);
  const noPeople = stored.filter(({ audience }) => audience !== 'person');
  figures.push(
    { name: 'events stored more than once', value: doubles.length, unit: '', limit: { is: 'exactly', value: 0 }, note: some(doubles.map(({ kind, number }) => `${kind} ${number}`)) },
    { name: 'events not counted as a person’s', value: noPeople.length, unit: '', limit: { is: 'exactly', value: 0 }, note: some(noPeople.map(({ kind, number, audience }) => `${kind} ${number} ${audience}`)) },
  );
  return [...figures, ...(await balanceFans(system, traffic)), await balanceNumbers(system)];
}

async function balanceFans(system: System, traffic: FanTraffic): Promise<Figure[]> {
  const fans = await system.sql<{ email: string; consents: number }>(
    `select f.email, count(c.id)::int as consents from fans f left join consents c on c.workspace_id = f.workspace_id and c.fan_id = f.id and c.action = 'given' group by f.workspace_id, f.id, f.email`,
  );
  const known = new Map(fans.map(({ email, consents }) => [email, consents]));
  const joined = [...traffic.acknowledged.capture].map(emailOf);
  const without = joined.filter((email) => !known.has(email));
  const twice = fans.filter(({ consents }) => consents !== 1).length + (fans.length - known.size);
  return [
    { name: 'emails acknowledged − fans', value: without.length, unit: '', limit: { is: 'exactly', value: 0 }, note: some(without) },
    { name: 'fans twice, or without exactly one consent', value: twice, unit: '', limit: { is: 'exactly', value: 0 } },
  ];
}

/** The rollups that the dashboard reads against the rows, those of other traffic of the experiment too. */
async function balanceNumbers(system: System): Promise<Figure> {
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const { numbers } = await (await system.workspace()).ask<{ numbers: { visits: number; clicks: number; captures: number } }>('query ($from: Date!, $to: Date!) { numbers(from: $from, to: $to) { visits clicks captures } }', { from: day(-3), to: day(3) });
  const rows = new Map((await system.sql<{ kind: EventKind; count: number }>(`select kind, count(*)::int as count from events where audience = 'person' group by 1`)).map(({ kind, count }) => [kind, count]));
  const apart = Math.abs(numbers.visits - (rows.get('visit') ?? 0)) + Math.abs(numbers.clicks - (rows.get('click') ?? 0)) + Math.abs(numbers.captures - (rows.get('capture') ?? 0));
  return { name: 'dashboard’s numbers − rows', value: apart, unit: '', limit: { is: 'exactly', value: 0 } };
}

/** Answers that were not right while the renderer lived. */
export function faultless(traffic: FanTraffic): Figure {
  return { name: 'wrong or missing answers', value: traffic.wrong.length, unit: '', limit: { is: 'exactly', value: 0 }, note: some(traffic.wrong) };
}

function some(what: readonly (string | number)[]): string | undefined {
  return what.length === 0 ? undefined : `${what.slice(0, 3).join(', ')}${what.length > 3 ? ', …' : ''}`;
}
