#!/usr/bin/env node
// The real engine of ClickHouse (the package chdb) behind the HTTP that @clickhouse/client speaks, on loopback:
//   node libs/testing/clickhouse-server.mjs PORT FOLDER CHDB
// CHDB is the folder of the installed package, which weighs half a gigabyte and is therefore no dependency.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [port, folder, chdb] = process.argv.slice(2);
const { Session } = createRequire(join(chdb, 'package.json'))(chdb);
const session = new Session(folder);

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
  for (const [name, value] of settings) await session.queryAsync(`set ${name} = ${quote(value)}`);
  const result = await session.queryAsync(query, { format: 'TabSeparated' });
  return Buffer.from(result.bytes());
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
