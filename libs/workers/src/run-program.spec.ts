import { Agent } from 'node:http';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { freePort, lives, Sample } from '../testing/sample.js';

const started: Sample[] = [];
let asking = true;
async function start(environment: Record<string, string> = {}): Promise<Sample> {
  const sample = new Sample(environment);
  started.push(sample);
  await sample.says('listening', Math.max(1, Number(environment.WORKERS ?? 0)));
  return sample;
}
afterEach(async () => {
  // A test that failed goes on behind the back of its clean-up.
  asking = false;
  for (const sample of started.splice(0)) await sample.end();
});

/** Asks again and again, over kept and over new connections, until told to stop. */
function keepAsking(sample: Sample, asker: 'kept' | 'new') {
  const agent = new Agent({ keepAlive: asker === 'kept', maxSockets: 4 });
  const answeredBy = new Set<string>();
  const failures: string[] = [];
  let asked = 0;
  asking = true;
  let going = true;
  const one = async () => {
    while (going && asking) {
      asked += 1;
      await sample.ask('/?wait=2', agent).then(({ text }) => answeredBy.add(text), (error: Error) => failures.push(error.message));
    }
  };
  const all = Promise.all(Array.from({ length: 4 }, one));
  return {
    answeredBy,
    failures,
    async stop() {
      going = false;
      await all;
      agent.destroy();
      return asked;
    },
  };
}

describe('a program', () => {
  it('serves by itself when no workers are asked for, and ends with 0 when told to', async () => {
    const sample = await start();

    expect((await sample.ask()).text).toBe(String(sample.pid));
    sample.signal('SIGTERM');

    expect(await sample.exited).toBe(0);
    expect(sample.log.map(({ msg }) => msg)).toEqual(['listening', 'stopped']);
  });

  it('serves by workers that share its port, and ends with 0 once all of them have ended', async () => {
    const sample = await start({ WORKERS: '2' });
    const [one = 0, other = 0] = sample.listened;

    const answers = new Set<string>();
    while (answers.size < 2) for (const { text } of await Promise.all(Array.from({ length: 20 }, () => sample.ask('/?wait=5')))) answers.add(text);
    sample.signal('SIGTERM');

    expect([...answers].sort()).toEqual([String(one), String(other)].sort());
    expect(await sample.exited).toBe(0);
    expect(sample.log.filter(({ msg }) => msg === 'stopped')).toHaveLength(2);
    expect([one, other].some(lives)).toBe(false);
  });

  it.each(['0', '2'])('that cannot start says why in plain words and ends with 1 (WORKERS=%s)', async (workers) => {
    const holder = createServer();
    await new Promise<void>((listening) => holder.listen(0, '127.0.0.1', listening));
    const address = holder.address();
    const sample = new Sample({ WORKERS: workers, PORT: String(typeof address === 'object' ? address?.port : 0) });
    started.push(sample);

    expect(await sample.exited).toBe(1);
    expect(sample.complaint).toMatch(/^.*EADDRINUSE.*\n$/u);
    holder.close();
  });

  it('that is set up wrongly says so without starting a worker', async () => {
    const sample = new Sample({ WORKERS: 'many' });
    started.push(sample);

    expect(await sample.exited).toBe(1);
    expect(sample.complaint).toBe('WORKERS is "many": it can be a number up to 256, or auto.\n');
  });
});

describe('a worker', () => {
  it('that dies is started again while the others serve', async () => {
    const sample = await start({ WORKERS: '2' });
    const [victim = 0] = sample.listened;

    process.kill(victim, 'SIGKILL');
    await sample.says('listening', 3);

    expect(sample.log.map(({ msg }) => msg)).toContain('a worker ended, another one takes its place');
    expect(sample.listened.filter(lives)).toHaveLength(2);
    expect((await sample.ask()).status).toBe(200);
  });

  it('ends with its primary, however that ends, and leaves the port free', async () => {
    const sample = await start({ WORKERS: '2' });
    const { port, listened } = sample;

    sample.signal('SIGKILL');
    // Its output closes once the workers, which share it, are gone too.
    await sample.exited;

    expect(listened.some(lives)).toBe(false);
    await expect(start({ WORKERS: '1', PORT: String(port) })).resolves.toMatchObject({ port });
  });
});

describe('a replacement of all workers (SIGHUP)', () => {
  it('leaves no request without an answer, over kept and over new connections', async () => {
    const sample = await start({ WORKERS: '2' });
    const before = sample.listened.map(String);
    const crowds = [keepAsking(sample, 'kept'), keepAsking(sample, 'new')];

    sample.signal('SIGHUP');
    await sample.says('all workers were replaced');
    const answeredAfter = (await sample.ask()).text;
    const asked = (await Promise.all(crowds.map((crowd) => crowd.stop()))).reduce((sum, one) => sum + one, 0);

    expect(crowds.flatMap(({ failures }) => failures)).toEqual([]);
    expect(asked).toBeGreaterThan(100);
    expect(before).not.toContain(answeredAfter);
    expect(sample.listened).toHaveLength(4);
    expect(before.map(Number).some(lives)).toBe(false);
  });

  it('lets what was begun be finished, and streams end', async () => {
    const sample = await start({ WORKERS: '1' });
    const [old] = sample.listened;
    const slow = sample.ask('/?wait=1500');
    const stream = sample.ask('/stream');
    await sample.ask();

    sample.signal('SIGHUP');

    expect(await stream).toMatchObject({ status: 200, text: 'begun\nended\n' });
    expect(await slow).toMatchObject({ status: 200, text: String(old) });
    await sample.says('all workers were replaced');
  });

  it('is given up when the new worker does not come up, and the old ones stay', async () => {
    const sample = await start({ WORKERS: '2', FAILS_WHEN_REPLACING: 'yes' });
    const before = sample.listened;

    sample.signal('SIGHUP');
    await sample.says('a new worker does not come to serve: the workers that there are stay');

    expect(before.every(lives)).toBe(true);
    expect(sample.complaint).toBe('This one is broken.\n');
    expect((await sample.ask()).status).toBe(200);
  });

  it('is cut short by a stop', async () => {
    const sample = await start({ WORKERS: '1' });
    const slow = sample.ask('/?wait=20000').catch((error: Error) => error.message);
    await sample.ask();
    sample.signal('SIGHUP');
    await sample.says('listening', 2);

    sample.signal('SIGTERM');

    expect(await sample.exited).toBe(0);
    expect(await slow).toMatch(/socket hang up|ECONNRESET/u);
  });
});

describe('a stop while workers are starting', () => {
  it('ends them at once', async () => {
    const sample = new Sample({ WORKERS: '3' });
    started.push(sample);
    await sample.says('workers serve');
    const began = Date.now();

    sample.signal('SIGTERM');

    expect(await sample.exited).toBe(0);
    expect(Date.now() - began).toBeLessThan(4_000);
    expect(sample.log.map(({ msg }) => msg)).not.toContain('a worker does not end and is killed');
  });
});

describe.each(['0', '1'])('a stop (SIGTERM, WORKERS=%s)', (workers) => {
  it('closes idle connections, finishes what was begun, and then refuses', async () => {
    const sample = await start({ WORKERS: workers });
    const agent = new Agent({ keepAlive: true });
    const { text } = await sample.ask('/', agent);
    const slow = sample.ask('/?wait=800');
    await sample.ask();

    sample.signal('SIGTERM');

    expect(await slow).toMatchObject({ status: 200, text });
    expect(await sample.exited).toBe(0);
    await expect(sample.ask()).rejects.toThrow('ECONNREFUSED');
    agent.destroy();
  });

  it('says that it is not ready before it takes no more, when there is a balancer to be told', async () => {
    const sample = await start({ WORKERS: workers, DRAIN_SECONDS: '1' });
    const agent = new Agent({ keepAlive: true });
    await sample.ask('/', agent);

    sample.signal('SIGTERM');
    let ready = await sample.ask('/readyz');
    while (ready.status === 200) ready = await sample.ask('/readyz');

    expect(ready).toMatchObject({ status: 503, connection: 'close' });
    expect(await sample.ask('/', agent)).toMatchObject({ status: 200, connection: 'close' });
    expect(await sample.exited).toBe(0);
    agent.destroy();
  });
});

describe('metrics', () => {
  const scrape = async (port: number) => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const answers = (text: string) => Number(/^sample_answers_total\{kind="page",status="200"\} (\d+)$/mu.exec(text)?.[1] ?? 0);

  it.each(['0', '1', '3'])('are those of the whole program, in the text format of Prometheus (WORKERS=%s)', async (workers) => {
    const port = await freePort();
    const sample = await start({ WORKERS: workers, METRICS_PORT: String(port) });
    for (let asked = 0; asked < 30; asked += 1) await sample.ask();

    const text = await scrape(port);

    expect(answers(text)).toBe(30);
    expect(text).toMatch(/^# TYPE sample_answer_seconds histogram$/mu);
    expect(text).toMatch(/^sample_answer_seconds_bucket\{(?=.*kind="page").*le="\+Inf".*\} 30$/mu);
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/mu);
    if (workers !== '0') expect(text).toContain(`lynkify_workers ${workers}`);
  });

  it('keep what workers counted that were replaced', async () => {
    const port = await freePort();
    const sample = await start({ WORKERS: '1', METRICS_PORT: String(port) });
    for (let asked = 0; asked < 10; asked += 1) await sample.ask();

    sample.signal('SIGHUP');
    await sample.says('all workers were replaced');
    await sample.ask();

    const text = await scrape(port);
    expect(answers(text)).toBe(11);
    expect(text).toContain('lynkify_worker_replacements_total{outcome="done"} 1');
    expect(answers(await scrape(port))).toBe(11);
  });

  it('that cannot be served keep the program from starting', async () => {
    const port = await freePort();
    await start({ METRICS_PORT: String(port) });
    const second = new Sample({ WORKERS: '1', METRICS_PORT: String(port) });
    started.push(second);

    expect(await second.exited).toBe(1);
    expect(second.complaint).toMatch(/^The metrics cannot be served: .*EADDRINUSE.*Set METRICS_PORT/u);
  });
});
