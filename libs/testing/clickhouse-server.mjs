#!/usr/bin/env node
// The real engine of ClickHouse (the package chdb) behind the HTTP that @clickhouse/client speaks, on loopback:
//   node libs/testing/clickhouse-server.mjs PORT FOLDER CHDB
// CHDB is the folder of the installed package, which weighs half a gigabyte and is therefore no dependency.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [port, folder, chdb] = process.argv.slice(2);
const { Session } = createRequire(join(chdb, 'package.json'))(chdb);

/** Questions that run side by side, as on a server: a session of the library answers one after the other. Node has so many threads for them. */
const most = 4;
const idle = Array.from({ length: most }, () => ({ session: new Session(folder), settings: new Map() }));
const waiting = [];

const quote = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** What the client says in the address: settings and parameters as ClickHouse's own statements say them. */
function readAddress(parameters) {
  const settings = [];
  const values = [];
  for (const [name, value] of parameters) {
    if (name.startsWith('param_')) values.push([name.slice('param_'.length), value]);
    else if (!['query', 'query_id', 'database', 'default_format', 'session_id', 'enable_http_compression', 'wait_end_of_query'].includes(name)) settings.push([name, value]);
  }
  return { settings, values };
}

/**
 * Asks with these settings. A server has them for one question, the library keeps them for the session: only what differs is
 * set, since a statement for each would cost more than many a question.
 */
async function ask(settings, query) {
  const free = idle.pop() ?? (await new Promise((take) => waiting.push(take)));
  try {
    const asked = new Map(settings);
    const changes = [...settings.filter(([name, value]) => free.settings.get(name) !== value), ...[...free.settings.keys()].filter((name) => !asked.has(name)).map((name) => [name, null])];
    if (changes.length > 0) {
      await free.session.queryAsync(`set ${changes.map(([name, value]) => `${name} = ${value === null ? 'default' : quote(value)}`).join(', ')}`);
      free.settings = asked;
    }
    const result = await free.session.queryAsync(query, { format: 'TabSeparated' });
    return Buffer.from(result.bytes());
  } finally {
    const next = waiting.shift();
    if (next) next(free);
    else idle.push(free);
  }
}

async function answer(request) {
  const address = new URL(request.url ?? '/', 'http://localhost');
  if (address.pathname === '/ping' && !address.searchParams.has('query')) return 'Ok.\n';
  const parts = [];
  for await (const part of request) parts.push(part);
  const body = Buffer.concat(parts).toString();
  const said = address.searchParams.get('query');
  const { settings, values } = readAddress(address.searchParams);
  // What `FORMAT …` in the statement says is followed; TabSeparated is what a server answers without.
  let query = said === null ? body : `${said}\n${body}`;
  for (const [name, value] of values) {
    const typed = new RegExp(`\\{\\s*${name}\\s*:\\s*((?:[^{}()]|\\([^{}]*\\))+?)\\s*\\}`, 'gu');
    query = query.replace(typed, (_, type) => (/^Array/u.test(type) ? `cast(${value}, '${type}')` : `cast(${quote(value)}, '${type}')`));
  }
  return ask(settings, query);
}

const server = createServer((request, response) => {
  answer(request).then(
    (bytes) => response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8', 'x-clickhouse-server-display-name': 'chdb' }).end(bytes),
    (error) => {
      const text = String(error instanceof Error ? error.message : error);
      const code = /Code: (\d+)/u.exec(text)?.[1] ?? '1002';
      response.writeHead(500, { 'x-clickhouse-exception-code': code, 'content-type': 'text/plain; charset=utf-8' }).end(text.startsWith('Code:') ? text : `Code: ${code}. DB::Exception: ${text}`);
    },
  );
});
server.listen(Number(port), '127.0.0.1', () => process.stdout.write('listening\n'));
for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => process.exit(0));
process.once('disconnect', () => process.exit(0));
