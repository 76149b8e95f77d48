// A process of its own that takes thirty turns at Deezer as quickly as it is given them, and says when it had each.
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

const client = new pg.Client({ connectionString: process.argv[2] });
await client.connect();
for (let turn = 0; turn < 30; turn += 1) {
  const { rows } = await client.query('select wait from take_service_turn($1, 150, 10, 10000, 0, null, null)', ['deezer']);
  if (rows[0].wait > 0) await delay(Math.ceil(rows[0].wait) + 1);
  process.stdout.write(`${Date.now()}\n`);
}
await client.end();
