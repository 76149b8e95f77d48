import type { System } from './system.js';

const lastLines = 15;
const longestLine = 300;

/** How everything stands, for whoever wants to know why it stands still: what the programs say of themselves, and what PostgreSQL is at. */
export async function diagnose({ renderer, api, postgres, sql }: System): Promise<string> {
  const told = await Promise.all([
    said('renderer', () => textOf(`${renderer.url}/healthz`)),
    said('API', () => textOf(`${api.url}/readyz`)),
    said('PostgreSQL', async () => {
      const rows = await sql<Record<string, unknown>>(
        `select pid, application_name as who, state, wait_event_type || ' ' || wait_event as waits, (now() - xact_start)::text as since, pg_blocking_pids(pid) as blocked_by, left(regexp_replace(query, '\\s+', ' ', 'g'), 100) as query
         from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`,
      );
      return rows.length === 0 ? 'no connection is at work' : rows.map((row) => JSON.stringify(row)).join('\n');
    }),
  ]);
  const logs = Object.entries({ renderer, API: api, PostgreSQL: postgres }).map(([name, program]) => `last lines of the ${name}:\n${program.log().trimEnd().split('\n').slice(-lastLines).map((line) => line.slice(0, longestLine)).join('\n')}`);
  return [...told, ...logs].join('\n');
}

async function said(name: string, ask: () => Promise<string>): Promise<string> {
  return ask().then((text) => `${name}: ${text}`, (error: unknown) => `${name} says nothing: ${error instanceof Error ? error.message : String(error)}`);
}

async function textOf(url: string): Promise<string> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
  return `${answer.status} ${await answer.text()}`;
}
