import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { smartLink } from '../testing/documents.js';
import { FolderLock } from './spool/lock.js';
import { createWorld, type World } from '../testing/renderer-process.js';

const path = '/lady-gaga/abracadabra';
const patience = 30_000;

let world: World;
let going = false;
afterEach(async () => {
  going = false;
  await world.close();
});

async function begin(environment: Record<string, string>): Promise<void> {
  world = await createWorld(environment);
  await world.renderer.askUntil('/healthz', () => said('listening').length === Math.max(1, Number(environment.WORKERS)), patience);
  world.api.publish(path, smartLink('abracadabra'));
  await world.renderer.askUntil(path, ({ status }) => status === 200, patience);
}

const arrived = () => new Set(world.api.ofKind('click').map(({ referrerHost }) => referrerHost));
const said = (message: string) => world.renderer.log.filter(({ msg }) => msg === message);
const segmentsIn = (folder: string) => (existsSync(folder) ? readdirSync(folder).filter((file) => /^\d+\.ndjson$/u.test(file)) : []);

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((free) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => free(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Clicks without a pause; each with a name of its own. */
class Crowd {
  readonly acknowledged: string[] = [];
  readonly failures: string[] = [];
  private readonly all: Promise<unknown>;

  constructor(private readonly name: string, private readonly agent: Agent) {
    going = true;
    this.all = Promise.all(Array.from({ length: 4 }, (_, one) => this.go(one)));
  }

  async stop(): Promise<void> {
    going = false;
    await this.all;
    this.agent.destroy();
  }

  private async go(one: number): Promise<void> {
    for (let n = 0; going; n += 1) {
      const name = `${this.name}-${one}-${n}.example`;
      await this.click(name).then((status) => (status === 302 ? this.acknowledged : this.failures).push(name), (error: Error) => this.failures.push(error.message));
    }
  }

  private click(name: string): Promise<number> {
    return new Promise((answered, failed) => {
      get({ host: '127.0.0.1', port: world.renderer.port, path: `${path}/go/spotify`, agent: this.agent, headers: { referer: `https://${name}/` } }, (response) => {
        response.resume().on('end', () => answered(response.statusCode ?? 0));
      }).on('error', failed);
    });
  }
}

describe('workers of the renderer', () => {
  it('are replaced under load without a failed request, and every click arrives once', async () => {
    await begin({ WORKERS: '2' });
    const crowds = [new Crowd('kept', new Agent({ keepAlive: true, maxSockets: 4 })), new Crowd('new', new Agent({ keepAlive: false }))];

    process.kill(world.renderer.pid, 'SIGHUP');
    await world.renderer.askUntil('/healthz', () => said('all workers were replaced').length === 1, patience);
    await Promise.all(crowds.map((crowd) => crowd.stop()));

    expect(crowds.flatMap(({ failures }) => failures)).toEqual([]);
    const acknowledged = crowds.flatMap((crowd) => crowd.acknowledged);
    expect(acknowledged.length).toBeGreaterThan(200);
    await world.api.until('every click arrived', () => acknowledged.every((name) => arrived().has(name)), patience);
    expect(world.api.ofKind('click')).toHaveLength(acknowledged.length);
    expect(said('listening').map(({ folder }) => folder).slice(0, 2).sort()).toEqual(['worker-1', 'worker-2']);
    expect(said('listening')).toHaveLength(4);
  }, 60_000);

  it('that are fewer than before leave no event behind', async () => {
    await begin({ WORKERS: '3' });
    await world.api.stop();
    const names = Array.from({ length: 60 }, (_, index) => `left-${index}.example`);
    const replies = await Promise.all(names.map((name) => world.renderer.ask(`${path}/go/spotify`, { headers: { referer: `https://${name}/` } })));
    expect(replies.every(({ status }) => status === 302)).toBe(true);
    await world.renderer.end('SIGKILL');

    await world.restart({ WORKERS: '1' });
    await world.api.start();

    await world.api.until('every click arrived', () => names.every((name) => arrived().has(name)), patience);
    expect(['worker-2', 'worker-3'].flatMap((name) => segmentsIn(join(world.folders.spool, name)))).toEqual([]);
    // One may be there beside it while it is replaced; the third has no use for its pages any more.
    await world.renderer.askUntil('/healthz', () => !existsSync(join(world.folders.cache, 'worker-3')), patience);
    expect(existsSync(join(world.folders.cache, 'worker-1'))).toBe(true);
  }, 60_000);

  it.each([['0', '2'], ['2', '0']])('take over what a run with WORKERS=%s left, with WORKERS=%s, half a line excepted', async (before, after) => {
    await begin({ WORKERS: before });
    await world.api.stop();
    for (const name of ['one', 'two']) await world.renderer.ask(`${path}/go/spotify`, { headers: { referer: `https://${name}.example/` } });
    await world.renderer.end();
    const folders = ['', 'worker-1', 'worker-2'].map((name) => join(world.folders.spool, name));
    const torn = folders.flatMap((folder) => segmentsIn(folder).map((file) => join(folder, file))).filter((file) => readFileSync(file).length > 0);
    for (const file of torn) appendFileSync(file, '{"kind":"click","id":"half');

    await world.restart({ WORKERS: after });
    const [kept, former] = after === '0' ? ['pages', 'worker-1/pages'] : ['worker-1/pages', 'pages'];
    expect([kept, former].map((folder) => existsSync(join(world.folders.cache, folder)))).toEqual([true, false]);
    await world.api.start();

    await world.api.until('both clicks arrived', () => arrived().has('one.example') && arrived().has('two.example'), patience);
    expect(world.api.ofKind('click')).toHaveLength(2);
    expect(torn.length).toBeGreaterThan(0);
  }, 60_000);

  it('leave alone what somebody else is using', async () => {
    world = await createWorld({ WORKERS: '1' });
    const used = join(world.folders.spool, 'worker-9');
    const lock = new FolderLock(used);
    writeFileSync(join(used, '000000000001.ndjson'), '{"kind":"click","id":"not-yours"}\n');

    await world.restart();
    await world.renderer.askUntil('/healthz', () => said('listening').length === 1, patience);
    const before = segmentsIn(used);
    lock.release();
    await world.restart();

    await world.api.until('it was taken over once it was free', () => world.api.events.has('not-yours'), patience);
    expect(before).toEqual(['000000000001.ndjson']);
  }, 60_000);
});

describe('metrics of the renderer', () => {
  it('count answers, events and pages over all workers, losses included', async () => {
    const port = await freePort();
    await begin({ WORKERS: '2', METRICS_PORT: String(port) });
    mkdirSync(join(world.folders.spool, 'worker-7'), { recursive: true });
    writeFileSync(join(world.folders.spool, 'worker-7', 'lost.json'), JSON.stringify({ click: 3 }));
    await world.renderer.askUntil('/healthz', () => said('listening').length === 2, patience);
    await Promise.all(Array.from({ length: 40 }, () => world.renderer.ask(`${path}/go/spotify`)));
    await world.renderer.ask('/nobody-knows-this');

    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    const value = (line: string) => Number(text.split('\n').find((one) => one.startsWith(`${line} `))?.split(' ').at(-1));

    expect(value('lynkify_workers')).toBe(2);
    expect(value('lynkify_renderer_answers_total{kind="click",status="302"}')).toBe(40);
    expect(value('lynkify_renderer_answers_total{kind="page",status="404"}')).toBeGreaterThanOrEqual(1);
    expect(value('lynkify_renderer_answer_seconds_count{kind="click"}')).toBe(40);
    expect(value('lynkify_renderer_spool_events_total')).toBeGreaterThanOrEqual(41);
    expect(value('lynkify_renderer_spool_lost_events_total{kind="click"}')).toBe(3);
    expect(value('lynkify_renderer_feed_connected')).toBe(2);
    expect(value('lynkify_renderer_shipper_up')).toBe(2);
    expect(value('lynkify_renderer_page_lookups_total{found="memory"}')).toBeGreaterThan(1);
    expect(value('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
    expect(value('process_resident_memory_bytes')).toBeGreaterThan(50_000_000);
  }, 60_000);
});
