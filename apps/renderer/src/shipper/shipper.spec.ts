import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { smartLink } from '../../testing/documents.js';
import { createWorld, type World } from '../../testing/renderer-process.js';

let world: World;
beforeEach(async () => {
  world = await createWorld();
  world.api.publish('/lady-gaga/shipped', smartLink('shipped'));
  await world.renderer.askUntil('/lady-gaga/shipped', ({ status }) => status === 200);
});
afterEach(() => world.close());

interface ShipperHealth {
  pid: number | null;
  state: string;
  deaths: number;
}

const shipper = async () => (JSON.parse((await world.renderer.ask('/healthz')).text) as { shipper: ShipperHealth }).shipper;
const untilShipper = (holds: (health: ShipperHealth) => boolean) =>
  world.renderer.askUntil('/healthz', ({ text }) => holds((JSON.parse(text) as { shipper: ShipperHealth }).shipper), 10_000);
const click = (id: string) => world.renderer.ask('/lady-gaga/shipped/go/spotify', { headers: { referer: `https://${id}.example/` } });
const arrived = (id: string) => world.api.until(`${id} arrived`, () => world.api.ofKind('click').some(({ referrerHost }) => referrerHost === `${id}.example`), 15_000);

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

async function untilGone(pid: number): Promise<void> {
  for (const end = Date.now() + 10_000; lives(pid); await new Promise((breath) => setTimeout(breath, 10))) {
    if (Date.now() > end) throw new Error(`process ${pid} is still there`);
  }
}

async function pidOfShipper(): Promise<number> {
  await untilShipper(({ state }) => state === 'working' || state === 'waiting');
  return (await shipper()).pid ?? 0;
}

describe('the shipper', () => {
  it('is a process of its own, and is started again when it is killed', async () => {
    const first = await pidOfShipper();
    await click('before');
    await arrived('before');

    process.kill(first, 'SIGKILL');
    const clicked = await click('meanwhile');

    expect(first).not.toBe(world.renderer.pid);
    expect(clicked.status).toBe(302);
    await arrived('meanwhile');
    expect(await shipper()).toMatchObject({ deaths: 1 });
    await world.renderer.askUntil('/healthz', ({ text }) => text.includes('"pendingEvents":0'));
    expect(world.api.ofKind('click')).toHaveLength(2);
  });

  it('ships what is there and ends when its renderer was killed', async () => {
    const pid = await pidOfShipper();
    let first = true;
    // Whatever it tries while the renderer lives comes back.
    world.api.intake = () => (first ? 'fail' : 'store');
    await click('orphan');
    await untilShipper(({ state }) => state === 'waiting');

    first = false;
    await world.renderer.end('SIGKILL');

    await arrived('orphan');
    await untilGone(pid);
  });

  it('ends without its renderer even when the API is away, and another ships what it left', async () => {
    const pid = await pidOfShipper();
    await world.api.stop();
    await click('left');

    await world.renderer.end('SIGKILL');
    await untilGone(pid);
    await world.api.start();
    await world.restart();

    await arrived('left');
  });

  it('has its folder alone: while one of before is still there, the next one waits', async () => {
    const old = await pidOfShipper();
    process.kill(old, 'SIGSTOP');
    await world.renderer.end('SIGKILL');
    await world.restart();
    await world.renderer.askUntil('/lady-gaga/shipped', ({ status }) => status === 200);
    await click('waits');
    await untilShipper(({ pid, state }) => pid !== null && pid !== old && state === 'starting');
    const pending = (await world.renderer.health()).spool.pendingEvents;

    process.kill(old, 'SIGCONT');

    expect(pending).toBeGreaterThan(0);
    await untilGone(old);
    await arrived('waits');
    await untilShipper(({ state }) => state === 'working');
    expect(world.api.ofKind('click')).toHaveLength(1);
  });
});
